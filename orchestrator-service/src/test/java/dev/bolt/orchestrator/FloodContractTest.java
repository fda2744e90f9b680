package dev.bolt.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveRequest;
import dev.bolt.api.vitals.AgentStatus;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The service as its callers see it when they ask for far more than there is room for. */
@TestPropertySource(properties = "bolt.orchestrator.queue.size=100")
class FloodContractTest extends SolveCalls {
    private static final int ASKED = 3000;
    private static final int CLIENTS = 64;

    @Test
    void takesWhatItHasRoomForAndRefusesTheRestWithATimeToComeBack() throws Exception {
        einstein.is(Sibling.Mood.HUNG);
        Set<String> taken = ConcurrentHashMap.newKeySet();
        var refused = new ArrayList<ProblemException>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < ASKED; i++) {
                var request = SolveRequest.of(Shop.ID, "where is number " + i + "?");
                asked.add(clients.submit(() -> ask(request, taken, refused)));
            }
            assertThat(status().status().agents()).hasSize(8); // somebody else is served meanwhile
            for (Future<?> one : asked) {
                one.get();
            }
        }
        assertThat(taken.size() + refused.size()).isEqualTo(ASKED);
        assertThat(taken).hasSizeBetween(90, 98);
        assertThat(refused).extracting(ProblemException::problem).containsOnly(Problem.OVERLOADED);
        assertThat(refused)
                .extracting(ProblemException::retryAfter)
                .allSatisfy(after -> assertThat(after).isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
        assertThat(solves().list(1000, null)).extracting(Solve::id).containsExactlyInAnyOrderElementsOf(taken);
        taken.forEach(id -> solves().cancel(id));
        await().atMost(PATIENCE)
                .until(() -> status().status().agents().stream()
                        .map(AgentStatus::step)
                        .allMatch(step -> step == null));
        einstein.is(Sibling.Mood.WELL);
        assertThat(ended(solves().submit(SolveRequest.of(Shop.ID, QUESTION), null)
                                .getBody())
                        .answer())
                .isNotNull();
    }

    private void ask(SolveRequest request, Set<String> taken, List<ProblemException> refused) {
        try {
            taken.add(solves().submit(request, null).getBody().id());
        } catch (ProblemException e) {
            synchronized (refused) {
                refused.add(e);
            }
        }
    }
}
