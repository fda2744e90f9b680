package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A question embeds its own candidates, one after another here, for a second. */
class OnDemandTest extends Ingestion {
    private House slow(Duration text) throws IOException {
        bananas(20);
        onDemandBudget = Duration.ofSeconds(1);
        House house = start(settings(false));
        build(house, 0);
        company = new CountDownLatch(1000);
        patience = text;
        return house;
    }

    private static int made(House house) {
        house.searcher().similar(new SimilarityQuery(SHOP, "banana", null, 5));
        return house.workspaces().get(SHOP).vectors().size();
    }

    @Test
    void waitsLongerForTheFirstTwelveAndForNoOthers() throws IOException {
        assertThat(made(slow(Duration.ofMillis(100)))).isEqualTo(12);
    }

    @Test
    void leavesHalfOfTheTimeForTheAnswer() throws Exception {
        House house = slow(Duration.ofMillis(250));
        var made = Deadline.after(Duration.ofSeconds(3)).call(() -> made(house));
        assertThat(made).isBetween(1, 7);
    }
}
