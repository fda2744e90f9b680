package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveEvent;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import dev.bolt.api.solve.StepOutcome;
import dev.bolt.orchestrator.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge is judged: each way to break the word is seen. */
class HistoryTest {
    private static final int SLOTS = 2;

    private final History history = new History();
    private final List<Solve> kept = new ArrayList<>();
    private final Map<String, List<SolveEvent>> events = new HashMap<>();

    @Test
    void findsNothingWhereTheWordWasKept() {
        keep("a", 1, "accepted", "started", "step", "ended");
        keep("b", 2, "accepted", "started", "step", "started", "step", "ended");
        keep("c", 3, "accepted", "started", "ended");
        assertThat(broken(2)).isEmpty();
    }

    @Test
    void findsWhatIsLost() {
        history.acknowledged("a", Priority.LOW);
        assertThat(broken(1)).containsExactly("a is lost");
    }

    @Test
    void findsWhatNobodyAskedFor() {
        keep("a", 1, "accepted", "started", "ended");
        kept.add(kept.getFirst());
        assertThat(broken(1)).containsExactly("a was not asked for");
    }

    @Test
    void findsWhatEndedTwiceOrNever() {
        keep("a", 1, "accepted", "started", "ended", "ended");
        keep("b", 2, "accepted", "started");
        assertThat(broken(1)).containsExactly("a did not end once, last of all", "b did not end once, last of all");
    }

    @Test
    void findsAStepOfAnAttemptThatWasOvertaken() {
        keep("a", 1, "accepted", "started", "started", "step", "step", "ended");
        keep("b", 2, "accepted", "started", "ended", "step");
        assertThat(broken(2)).containsExactly("a did its step similar twice", "b did not end once, last of all");
    }

    @Test
    void findsAGapInTheEvents() {
        keep("a", 1, "accepted", "started", "ended");
        events.computeIfPresent("a", (id, story) -> List.of(story.getFirst(), story.getLast()));
        assertThat(broken(1)).containsExactly("a has no event 2");
    }

    @Test
    void findsMoreBegunAgainThanRan() {
        keep("a", 1, "accepted", "started", "started", "started", "started", "ended");
        assertThat(broken(2)).containsExactly("3 were begun again, 2 at most can have been running");
    }

    @Test
    void findsWhatWasOvertakenInItsLane() {
        keep("a", 9, "accepted", "started", "ended");
        keep("b", 2, "accepted", "started", "ended");
        assertThat(broken(1)).isEmpty();
        keep("c", 3, "accepted", "started", "ended");
        assertThat(broken(1)).containsExactly("a (NORMAL) was overtaken by 2 that came later");
    }

    private List<String> broken(int lives) {
        return history.broken(kept, id -> events.getOrDefault(id, List.of()), SLOTS, lives);
    }

    private void keep(String id, int second, String... types) {
        history.acknowledged(id, Priority.NORMAL);
        var at = Instant.EPOCH.plusSeconds(second);
        kept.add(new Solve(id, SolveRequest.of(Shop.ID, "where?"), SolveState.COMPLETE, at, at, null, List.of(), null));
        var story = new ArrayList<SolveEvent>();
        for (String type : types) {
            Step step = type.equals("step")
                    ? new Step("similar", "semantic_search", List.of(), "agent-0", 0, 0, 0, StepOutcome.OK, "")
                    : null;
            story.add(new SolveEvent(story.size() + 1, type, at, step, SolveState.RUNNING));
        }
        events.put(id, story);
    }
}
