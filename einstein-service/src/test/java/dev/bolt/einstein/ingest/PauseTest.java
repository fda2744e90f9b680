package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.index.IndexState;
import dev.bolt.einstein.Shop;
import org.junit.jupiter.api.Test;

/** The machine asks for rest, and gets it as far as nobody waits. */
class PauseTest extends Ingestion {
    @Test
    void makesNoVectorsInTheBackgroundWhileThereIsAReasonAndSaysWhich() throws Exception {
        reason.set("the machine runs on its battery");
        Shop.copyTo(root);
        House house = start(settings(true));
        build(house, 0);
        until(house, now -> now.message().startsWith("words are ready; vectors wait, for the machine runs on"));
        assertThat(embedded).hasValue(0);
        assertThat(house.workspaces().filling()).isEqualTo("paused: the machine runs on its battery");
        assertThat(house.workspaces().status(SHOP).state()).isEqualTo(IndexState.READY);

        reason.set(null);
        until(house, now -> now.share() == 1.0);
        await().until(() -> house.workspaces().filling().equals("idle"));
        assertThat(house.workspaces().status(SHOP).message()).isEqualTo("complete");
    }

    @Test
    void stillEmbedsForAQuestion() throws Exception {
        reason.set("the system is short of memory");
        Shop.copyTo(root);
        House house = start(settings(true));
        build(house, 0);
        house.searcher().similar(new SimilarityQuery(SHOP, "refund", null, 5));
        assertThat(embedded.get()).isGreaterThan(1);
    }

    @Test
    void doesNotWaitForAWorkspaceThatWasDropped() throws Exception {
        reason.set("the machine runs on its battery");
        Shop.copyTo(root);
        House house = start(settings(true));
        build(house, 0);
        await().until(() -> house.workspaces().filling().startsWith("paused"));
        house.workspaces().drop(SHOP);
        await().until(() -> house.workspaces().filling().equals("idle"));
    }

    @Test
    void saysThatItIsOff() {
        assertThat(start(settings(false)).workspaces().filling()).isEqualTo("off");
    }
}
