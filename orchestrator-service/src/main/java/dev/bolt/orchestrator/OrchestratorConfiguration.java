package dev.bolt.orchestrator;

import dev.bolt.orchestrator.agent.AgentPool;
import dev.bolt.orchestrator.agent.AgentProperties;
import dev.bolt.orchestrator.catalog.Catalog;
import dev.bolt.orchestrator.dispatch.Dispatcher;
import dev.bolt.orchestrator.dispatch.SolveProperties;
import dev.bolt.orchestrator.evidence.Knowledge;
import dev.bolt.orchestrator.history.GitHistory;
import dev.bolt.orchestrator.ledger.Ledger;
import dev.bolt.orchestrator.ledger.LedgerProperties;
import dev.bolt.orchestrator.ledger.SqlLedger;
import dev.bolt.orchestrator.model.Adviser;
import dev.bolt.orchestrator.model.Depth;
import dev.bolt.orchestrator.model.ModelProperties;
import dev.bolt.orchestrator.queue.QueueProperties;
import dev.bolt.orchestrator.timeout.AdaptiveTimeout;
import dev.bolt.orchestrator.timeout.Guard;
import dev.bolt.orchestrator.timeout.LimitProperties;
import dev.bolt.orchestrator.timeout.TimeoutProperties;
import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.secret.InternalSecret;
import dev.bolt.platform.vitals.StatusDetail;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
class OrchestratorConfiguration {
    /** Of a repository, the newest: some years of a small one, some months of a large one. */
    private static final int COMMITS = 1000;

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService waits() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    Ledger ledger(BoltHome home, LedgerProperties properties) {
        return properties.remote()
                ? SqlLedger.postgres(properties)
                : SqlLedger.sqlite(home.data("orchestrator").resolve("ledger.sqlite"));
    }

    @Bean
    Catalog catalog(Ledger ledger, Knowledge knowledge, ExecutorService waits) {
        return new Catalog(ledger, knowledge, waits, InstantSource.system(), new GitHistory(COMMITS));
    }

    @Bean
    AgentPool agentPool(AgentProperties properties, QueueProperties waiting) {
        return new AgentPool(properties, waiting);
    }

    @Bean
    Guard guard(TimeoutProperties timeouts, LimitProperties limits) {
        return new Guard(new AdaptiveTimeout(timeouts), limits);
    }

    @Bean
    Dispatcher dispatcher(
            Ledger ledger,
            Catalog catalog,
            Knowledge knowledge,
            AgentPool agents,
            Guard guard,
            ExecutorService waits,
            SolveProperties properties,
            QueueProperties waiting,
            ModelProperties model,
            Depth depth) {
        String key = System.getenv().getOrDefault(Adviser.KEY, "");
        return new Dispatcher(
                ledger,
                catalog,
                knowledge,
                agents,
                guard,
                waits,
                InstantSource.system(),
                properties,
                waiting,
                model.attached() ? new Adviser(model, key, depth) : null);
    }

    @Bean
    Depth depth(InternalSecret secret) {
        return new Depth(secret.value());
    }

    @Bean
    ApplicationRunner start(Dispatcher dispatcher) {
        return arguments -> dispatcher.start();
    }

    @Bean
    StatusDetail agentDetail(AgentPool agents, Dispatcher dispatcher) {
        return () -> Map.of(
                "agents", Integer.toString(agents.size()),
                "agents run on", agents.affinity(),
                "solves waiting", Integer.toString(dispatcher.waiting()),
                "steps waiting", Integer.toString(agents.queued()));
    }
}
