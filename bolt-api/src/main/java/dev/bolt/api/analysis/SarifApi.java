package dev.bolt.api.analysis;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Findings in the format that code hosts and editors read. */
@HttpExchange("/v1")
public interface SarifApi {

    /** The findings of some files as SARIF 2.1.0; the same path answers JSON of our own to who accepts that. */
    @PostExchange(value = "/analyses", accept = SarifLog.MEDIA_TYPE)
    SarifLog sarif(@RequestBody @Valid AnalysisQuery query);
}
