package dev.bolt.api.analysis;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What a change that is made, or is to be made, touches. BAD_REQUEST for what is no unified diff. */
@HttpExchange("/v1")
public interface ChangeApi {

    /** Which definitions a diff changes, who uses them, and who depends on their files. */
    @PostExchange("/changes")
    ChangeResult changes(@RequestBody @Valid ChangeQuery query);
}
