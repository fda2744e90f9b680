package dev.bolt.api.analysis;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The import graph as a whole. PATH_NOT_FOUND for a path that is not in the model. */
@HttpExchange("/v1")
public interface GraphApi {

    /** Nodes with layer and rank, edges between them, and a drawing if asked for. */
    @PostExchange("/graphs")
    GraphResult graph(@RequestBody @Valid GraphQuery query);

    /** A shortest chain of imports from one file to another. */
    @PostExchange("/chains")
    ChainResult chain(@RequestBody @Valid ChainQuery query);

    /** Whether the workspace keeps the architecture contracts of its {@code bolt.yaml}. */
    @PostExchange("/contracts")
    ContractResult contracts(@RequestBody @Valid ContractQuery query);
}
