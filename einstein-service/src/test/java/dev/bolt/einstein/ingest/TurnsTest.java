package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** So many questions are answered at once; others wait, as long as they may. */
class TurnsTest extends Ingestion {
    @Test
    void letsAQuestionWaitWhileOthersAreAnswered() throws Exception {
        bananas(1);
        House house = start(settings(false));
        build(house, 0);
        company = new CountDownLatch(1000);
        var first = ask(house, 3, 3);
        assertThat(files(house, "banana")).isNotEmpty();
        var last = ask(house, 1, 4);
        assertThatThrownBy(() -> Deadline.after(Duration.ofMillis(50)).run(() -> files(house, "banana")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        late -> assertThat(late.problem()).isEqualTo(Problem.DEADLINE_EXCEEDED));
        while (company.getCount() > 0) {
            company.countDown();
        }
        for (Thread one : first) {
            one.join();
        }
        last[0].join();
        assertThat(files(house, "banana")).isNotEmpty();
    }

    private Thread[] ask(House house, int count, int underWay) {
        var threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            threads[i] = Thread.ofVirtual()
                    .start(() -> house.searcher().similar(new SimilarityQuery(SHOP, "banana", null, 5)));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> house.searcher().underWay() == underWay);
        return threads;
    }
}
