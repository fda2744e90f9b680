package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.einstein.Shop;
import dev.bolt.einstein.lexical.FileStamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What READY, and the freshness of an answer, promise. */
class FreshnessTest extends Ingestion {
    @Test
    void readyMeansThatWhatWasWrittenBeforeTheLastRequestIsFound() throws Exception {
        bananas(800);
        House house = start(settings(false));
        house.workspaces().build(SHOP, root.toString());
        until(house, now -> now.filesDone() > 100);
        Files.writeString(root.resolve("f0.py"), "def walnut(): pass");
        house.workspaces().build(SHOP, root.toString());
        until(house, now -> now.state() == IndexState.READY);
        assertThat(files(house, "walnut")).containsExactly("f0.py");
    }

    @Test
    void seesAFileThatWasWrittenTwiceWithTheSameTimeAndLength() throws Exception {
        House house = start(settings(false));
        var time = FileTime.from(Instant.now().plusSeconds(1));
        for (String word : List.of("walnut", "banana")) {
            Files.writeString(root.resolve("a.py"), "def %s(): pass".formatted(word));
            Files.setLastModifiedTime(root.resolve("a.py"), time);
            build(house, 0);
            assertThat(files(house, word)).containsExactly("a.py");
        }
    }

    /** As unpacking, copying with all attributes, and files exchanged among themselves do. */
    @Test
    void seesAFileOfTheSameTimeAndLengthThatCameInTheOthersPlace() throws Exception {
        House house = start(settings(true));
        var time = FileTime.fromMillis(1_000_000);
        for (String word : List.of("walnut", "banana")) {
            Path fresh = Files.writeString(root.resolve("fresh.txt"), "def %s(): pass".formatted(word));
            Files.setLastModifiedTime(fresh, time);
            Files.move(fresh, root.resolve("a.py"), StandardCopyOption.REPLACE_EXISTING);
            Thread.sleep(50); // so that it counts as settled
            build(house, 1);
            assertThat(files(house, word)).containsExactly("a.py");
            build(house, 1);
        }
    }

    @Test
    void forgetsARootThatWasReplacedWhileItWasRead() throws Exception {
        Path other = Files.createDirectory(root.resolve("other"));
        bananas(500);
        Files.writeString(other.resolve("a.py"), "def walnut(): pass");
        House house = start(settings(false));
        house.workspaces().build(SHOP, root.toString());
        until(house, now -> now.filesDone() > 0);
        IndexStatus asked = house.workspaces().build(SHOP, other.toString());
        assertThat(asked.state()).isEqualTo(IndexState.BUILDING);
        assertThat(asked.asOf()).isNull();
        IndexStatus ready = until(house, now -> now.state() == IndexState.READY);
        assertThat(ready.filesDone()).isOne();
        assertThat(files(house, "banana")).isEmpty();
        assertThat(files(house, "walnut")).containsExactly("a.py");
    }

    @Test
    void aQuestionDuringTheFirstBuildSeesWhatWasReadAndSaysWhatWasNot() throws Exception {
        bananas(800);
        House house = start(settings(false));
        house.workspaces().build(SHOP, root.toString());
        boolean behind = false;
        while (house.workspaces().status(SHOP).state() == IndexState.BUILDING) {
            int read = house.workspaces().status(SHOP).filesDone();
            var answer = house.searcher().similar(new SimilarityQuery(SHOP, "banana", SimilarityMode.LEXICAL, 1000));
            assertThat(answer.files()).hasSizeGreaterThanOrEqualTo(Math.min(read, 100));
            if (answer.files().size() < 100) {
                assertThat(answer.freshness().filesBehind()).isPositive();
                behind = true;
            }
        }
        assertThat(behind).isTrue();
    }

    @Test
    void forgetsAFileThatWasReadByABuildThatFailedAndIsGone() throws Exception {
        Shop.copyTo(root);
        House house = start(settings(false));
        build(house, 0);
        WorkspaceIndex index = house.workspaces().get(SHOP);
        index.lexical().put(new FileStamp("gone.py", 1, 1, 1), "def walnut(): pass", List.of());
        build(house, 0);
        assertThat(index.lexical().files()).doesNotContainKey("gone.py");
    }
}
