package dev.bolt.orchestrator.web;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.workspace.Workspace;
import dev.bolt.orchestrator.catalog.Catalog;
import dev.bolt.orchestrator.dispatch.Dispatcher;
import dev.bolt.orchestrator.dispatch.Follower;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams events for as long as somebody listens; a comment every 15 s keeps the connection alive. */
@Component
class EventStreams {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Dispatcher dispatcher;
    private final Catalog catalog;

    EventStreams(Dispatcher dispatcher, Catalog catalog) {
        this.dispatcher = dispatcher;
        this.catalog = catalog;
    }

    /** The events of a solve after that one, until it has ended. */
    SseEmitter solve(String id, long after) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("sse-" + id).start(() -> {
            try (Follower follower = dispatcher.follow(id, after)) {
                send(emitter, id, follower);
            } catch (IOException | IllegalStateException | ProblemException e) {
                emitter.complete(); // nobody listens any more, or the solve is gone
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                emitter.complete();
            }
        });
        return emitter;
    }

    private void send(SseEmitter emitter, String id, Follower follower) throws IOException, InterruptedException {
        while (true) {
            List<SolveEvent> events = follower.next(HEARTBEAT);
            for (SolveEvent event : events) {
                emitter.send(SseEmitter.event()
                        .id(Long.toString(event.sequence()))
                        .name(event.type())
                        .data(event));
                if (event.state().ended()) {
                    emitter.complete();
                    return;
                }
            }
            if (events.isEmpty()) {
                if (dispatcher.get(id).state().ended()) {
                    emitter.complete();
                    return;
                }
                emitter.send(SseEmitter.event().comment("waiting"));
            }
        }
    }

    /**
     * The workspace at each change of its indexes, until none is being built; a service that does not answer is waited
     * for, but not for ever. Each stream has a thread of its own: one that reads slowly holds up nobody else.
     */
    SseEmitter workspace(WorkspaceId id) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("sse-" + id).start(() -> {
            try {
                look(emitter, id);
            } catch (IOException | IllegalStateException | ProblemException e) {
                emitter.complete();
            }
        });
        return emitter;
    }

    private void look(SseEmitter emitter, WorkspaceId id) throws IOException {
        Deadline silence = Deadline.after(SILENCE);
        Workspace before = null;
        while (true) {
            Workspace now = catalog.get(id);
            boolean all = now.indexes().size() == catalog.services().size() || silence.expired();
            boolean ready = all && now.indexes().stream().noneMatch(index -> index.state() == IndexState.BUILDING);
            if (!now.equals(before)) {
                emitter.send(
                        SseEmitter.event().name(ready ? "ready" : "progress").data(now));
            }
            if (ready) {
                emitter.complete();
                return;
            }
            before = now;
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
