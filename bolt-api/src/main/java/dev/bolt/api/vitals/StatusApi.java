package dev.bolt.api.vitals;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** How Bolt is as a whole. */
@HttpExchange("/v1/status")
public interface StatusApi {

    /** Every service behind the gateway, and the agents. */
    @GetExchange
    BoltStatus status();
}
