package dev.bolt.orchestrator.web;

import dev.bolt.api.vitals.BoltStatus;
import dev.bolt.api.vitals.ServiceStatus;
import dev.bolt.api.vitals.ServiceStatusApi;
import dev.bolt.api.vitals.StatusApi;
import dev.bolt.orchestrator.agent.AgentPool;
import dev.bolt.orchestrator.evidence.Knowledge;
import dev.bolt.orchestrator.timeout.Guard;
import dev.bolt.platform.deadline.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/** Speaks {@link StatusApi} over HTTP. */
@RestController
class StatusController implements StatusApi {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Knowledge knowledge;
    private final AgentPool agents;
    private final Guard guard;
    private final ServiceStatusApi own;

    StatusController(
            Knowledge knowledge,
            AgentPool agents,
            Guard guard,
            @Qualifier("serviceStatusController") ServiceStatusApi own) {
        this.knowledge = knowledge;
        this.agents = agents;
        this.guard = guard;
        this.own = own;
    }

    @Override
    public BoltStatus status() {
        var services = new ArrayList<ServiceStatus>();
        services.add(own.status());
        Deadline deadline = Deadline.after(PATIENCE).earlier(Deadline.current());
        knowledge.statuses().forEach((service, api) -> services.add(ask(deadline, service, api)));
        services.sort(Comparator.comparing(ServiceStatus::name));
        return new BoltStatus(services, agents.status(), agents.queued(), guard.status());
    }

    private static ServiceStatus ask(Deadline deadline, String service, ServiceStatusApi api) {
        try {
            return deadline.call(api::status);
        } catch (dev.bolt.platform.problem.ProblemException | RestClientException e) {
            return new ServiceStatus(service, "down", 0, 0, 0, Map.of());
        }
    }
}
