package dev.bolt.platform.vitals;

import dev.bolt.api.vitals.ServiceStatus;
import dev.bolt.api.vitals.ServiceStatusApi;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.RestController;

/** Speaks {@link ServiceStatusApi} for whichever service it runs in. */
@RestController
final class ServiceStatusController implements ServiceStatusApi {
    private final String name;
    private final List<StatusDetail> details;

    ServiceStatusController(String name, List<StatusDetail> details) {
        this.name = name;
        this.details = List.copyOf(details);
    }

    @Override
    public ServiceStatus status() {
        var all = new TreeMap<String, String>();
        details.forEach(detail -> all.putAll(detail.details()));
        return new ServiceStatus(
                name,
                "up",
                ProcessHandle.current().pid(),
                ManagementFactory.getRuntimeMXBean().getUptime(),
                ResidentMemory.anonymousBytes(),
                all);
    }
}
