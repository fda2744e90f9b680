package dev.bolt.cli.client;

import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** Follows a solve to its end: by its events, and by asking if the stream breaks. */
public final class SolveStream {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Gateway gateway;

    /** Calls nothing yet. */
    public SolveStream(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Hands over each step as it ends, once, and returns the solve once it has ended. */
    public Solve follow(String id, Consumer<Step> listener) {
        int shown = 0;
        try (var stream = gateway.events("/v1/solves/" + id + "/events");
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            boolean ended = false;
            for (var line = lines.readLine(); line != null && !ended; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    var event = Json.MAPPER.readValue(line.substring("data:".length()), SolveEvent.class);
                    var step = event.step();
                    if (step != null) {
                        listener.accept(step);
                        shown++;
                    }
                    ended = event.state().ended();
                }
            }
        } catch (IOException | JacksonException broken) {
            return poll(id, listener, shown);
        }
        return poll(id, listener, shown);
    }

    private Solve poll(String id, Consumer<Step> listener, int shownBefore) {
        int shown = shownBefore;
        while (true) {
            var solve = Json.MAPPER.treeToValue(gateway.get("/v1/solves/" + id), Solve.class);
            solve.steps().stream().skip(shown).forEach(listener);
            if (solve.state().ended()) {
                return solve;
            }
            shown = Math.max(shown, solve.steps().size());
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
