package dev.bolt.orchestrator.web;

import dev.bolt.api.analysis.Sarif;
import dev.bolt.api.analysis.SarifLog;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.api.solve.SolveApi;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.orchestrator.dispatch.Dispatcher;
import dev.bolt.orchestrator.model.Depth;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Speaks {@link SolveApi} over HTTP. */
@RestController
class SolveController implements SolveApi {
    private static final int MOST = 1000;

    private static final int LONGEST_TEXT = 1000;

    private static final int LONGEST_KEY = 200;

    private final Dispatcher dispatcher;
    private final EventStreams streams;
    private final Depth depth;
    private final HttpServletRequest current;

    /** @param current that of the thread which asks */
    SolveController(Dispatcher dispatcher, EventStreams streams, Depth depth, HttpServletRequest current) {
        this.depth = depth;
        this.current = current;
        this.dispatcher = dispatcher;
        this.streams = streams;
    }

    @Override
    public ResponseEntity<Solve> submit(SolveRequest request, @Nullable String idempotencyKey) {
        if (idempotencyKey != null && (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY)) {
            throw new ProblemException(Problem.BAD_REQUEST, "An idempotency key has 1 to 200 characters.")
                    .withField("Idempotency-Key");
        }
        Solve solve = dispatcher.submit(request, idempotencyKey, depth.of(current.getHeader(Depth.HEADER)) > 0);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/solves/" + solve.id()))
                .body(solve);
    }

    @Override
    public Solve get(String id) {
        return dispatcher.get(id);
    }

    @Override
    public SarifLog sarif(String id) {
        SolveAnswer answer = dispatcher.get(id).answer();
        return Sarif.log(answer == null ? List.of() : answer.findings());
    }

    @Override
    public List<Solve> list(int limit, @Nullable String text) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.BAD_REQUEST, "'limit' is 1 to 1000.").withField("limit");
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new ProblemException(Problem.BAD_REQUEST, "'text' has at most 1000 characters.").withField("text");
        }
        List<String> words = text == null || text.isBlank()
                ? List.of()
                : List.of(text.strip().split("\\s+"));
        return dispatcher.newest(limit, words);
    }

    @Override
    public void cancel(String id) {
        dispatcher.cancel(id);
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String id, @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long lastEventId) {
        dispatcher.get(id);
        return streams.solve(id, lastEventId);
    }
}
