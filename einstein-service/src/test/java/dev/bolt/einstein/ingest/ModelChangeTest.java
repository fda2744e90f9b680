package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.einstein.Shop;
import org.junit.jupiter.api.Test;

/** The user names another model and starts again. */
class ModelChangeTest extends Ingestion {
    @Test
    void embedsEverythingAgainInTheBackgroundWithVectorsOfAnotherLength() throws Exception {
        Shop.copyTo(root);
        build(start(settings(true)), 1.0);
        int made = embedded.get();
        closeAll();

        House other = start(settings(true), new Counting("other", 24));
        other.workspaces().restore();
        until(other, now -> now.share() == 1.0);
        assertThat(embedded).hasValue(2 * made);
        assertThat(semantic(other)).isNotEmpty();
    }

    @Test
    void answersByWordsMeanwhile() throws Exception {
        Shop.copyTo(root);
        build(start(settings(true)), 1.0);
        closeAll();

        House other = start(settings(false), new Counting("other", 24));
        other.workspaces().restore();
        until(other, now -> now.message().startsWith("words are ready; vectors on demand"));
        assertThat(other.workspaces().status(SHOP).share()).isZero();
        assertThat(files(other, "refund")).contains("shop/payments.py");
    }

    @Test
    void findsTheVectorsOfTheFirstModelWhenTheUserReturnsToIt() throws Exception {
        Shop.copyTo(root);
        build(start(settings(true)), 1.0);
        int made = embedded.get();
        closeAll();
        build(start(settings(true), new Counting("other", 24)), 1.0);
        closeAll();

        House first = start(settings(true));
        first.workspaces().restore();
        until(first, now -> now.share() == 1.0);
        assertThat(embedded).hasValue(2 * made);
        assertThat(semantic(first)).isNotEmpty();
    }

    private static Iterable<?> semantic(House house) {
        return house.searcher()
                .similar(new SimilarityQuery(SHOP, "refund", SimilarityMode.SEMANTIC, 5))
                .chunks();
    }
}
