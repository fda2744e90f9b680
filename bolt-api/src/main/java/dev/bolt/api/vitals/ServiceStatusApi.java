package dev.bolt.api.vitals;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** How this service is: spoken by every service to the orchestrator alone. */
@HttpExchange("/internal/status")
public interface ServiceStatusApi {

    /** Its own state, now. */
    @GetExchange
    ServiceStatus status();
}
