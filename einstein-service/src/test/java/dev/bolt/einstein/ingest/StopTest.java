package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.index.IndexState;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a stop cuts off is no failure: the next process goes on with it. */
@ExtendWith(OutputCaptureExtension.class)
class StopTest extends Ingestion {
    private static final String[] FAILURES = {
        "cannot be built", "cannot be filled", "InterruptedIOException", "ClosedByInterruptException"
    };

    @Test
    void saysNothingOfABuildThatItCutsOff(CapturedOutput output) throws Exception {
        bananas(5_000);
        House house = start(settings(false));
        house.workspaces().build(SHOP, root.toString());
        until(house, now -> now.filesTotal() > 0);
        closeAll();
        assertThat(house.workspaces().status(SHOP).state()).as("it was cut off").isEqualTo(IndexState.BUILDING);
        assertThat(output).doesNotContain(FAILURES);
    }

    @Test
    void saysNothingOfVectorsThatItCutsOff(CapturedOutput output) throws Exception {
        bananas(20);
        House house = start(settings(true));
        company = new CountDownLatch(1000);
        house.workspaces().build(SHOP, root.toString());
        await().atMost(Duration.ofMinutes(1)).until(() -> embedded.get() > 0);
        var stop = new Thread(() -> {
            try {
                closeAll();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        stop.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        while (company.getCount() > 0) {
            company.countDown();
        }
        stop.join();
        assertThat(house.workspaces().status(SHOP).share())
                .as("they were cut off")
                .isLessThan(1);
        assertThat(output).doesNotContain(FAILURES);
    }

    /** Vectors cost seconds, so a stop in the middle of a batch does not throw away what is made. */
    @Test
    void keepsTheVectorsThatAreMadeWhenItStops() throws Exception {
        bananas(100);
        House first = start(settings(true));
        company = new CountDownLatch(1_000); // more than there are: each text takes as long as its patience
        patience = Duration.ofMillis(50);
        first.workspaces().build(SHOP, root.toString());
        await().until(() -> embedded.get() > 3);
        closeAll();
        int made = embedded.get();
        assertThat(made).isLessThan(100);

        company = new CountDownLatch(0);
        House second = start(settings(true));
        second.workspaces().restore();
        until(second, now -> now.share() == 1.0);
        assertThat(embedded).hasValue(100);
    }
}
