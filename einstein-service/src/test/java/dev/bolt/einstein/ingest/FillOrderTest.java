package dev.bolt.einstein.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What gets its vectors first, through the words and the database. */
class FillOrderTest extends Ingestion {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void isWhatMostFilesSpeakOfAmongThoseOfOneDayAndTestsLast() throws Exception {
        file("z.py", NOON, "def open_vault(): pass");
        for (int i = 0; i < 5; i++) {
            file(
                    "user%d.py".formatted(i),
                    NOON.plusSeconds(i),
                    "def leaf_%d():\n    open_vault(close_vault)".formatted(i));
        }
        file("old.py", NOON.minus(Duration.ofDays(1)), "def close_vault(): pass");
        file("test_it.py", NOON.plusSeconds(9), "def test_vault(): open_vault()");
        House house = start(new IngestProperties(true, 1, 1, 1, DataSize.ofMegabytes(2), DataSize.ofBytes(0)));
        build(house, 1.0);
        assertThat(texts).hasSize(8);
        assertThat(texts.getFirst()).contains("def open_vault()");
        assertThat(texts.get(1)).contains("def leaf_4()");
        assertThat(List.of(texts.get(6), texts.get(7)))
                .satisfiesExactly(
                        old -> assertThat(old).contains("def close_vault()"),
                        test -> assertThat(test).contains("def test_vault()"));
    }

    private void file(String name, Instant changed, String text) throws IOException {
        Path file = Files.writeString(root.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(changed));
    }
}
