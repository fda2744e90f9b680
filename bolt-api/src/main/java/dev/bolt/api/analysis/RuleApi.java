package dev.bolt.api.analysis;

import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The rules behind the findings. */
@HttpExchange("/v1")
public interface RuleApi {

    /** All rules by id, those that settings turned off too. */
    @GetExchange("/rules")
    List<RuleDescription> rules();
}
