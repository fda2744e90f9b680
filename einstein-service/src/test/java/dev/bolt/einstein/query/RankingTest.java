package dev.bolt.einstein.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.einstein.Shop;
import dev.bolt.einstein.chunk.ChunkProperties;
import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.einstein.lexical.FileHit;
import dev.bolt.einstein.lexical.FileStamp;
import dev.bolt.einstein.lexical.Filter;
import dev.bolt.einstein.lexical.LexicalIndex;
import dev.bolt.einstein.lexical.LexicalProperties;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/**
 * Ranks are golden files: {@code ranking/questions.txt} has a question and the file it means a line; the answers stand
 * in {@code ranking/ranks.txt} and {@code ranking/rank_stats.txt}. After a change on purpose, copy what the test wrote
 * to {@code target/ranking} and read the difference.
 */
class RankingTest {
    private static final Path GOLDEN = Path.of("src/test/resources/ranking");
    private static final Path WRITTEN = Path.of("target/ranking");

    @TempDir
    Path workspace;

    @TempDir
    Path folder;

    private LexicalIndex index;

    @BeforeEach
    void read() throws IOException {
        Shop.copyTo(workspace);
        index = LexicalIndex.open(folder, new LexicalProperties(DataSize.ofMegabytes(4), 100));
        var chunker = new Chunker(new ChunkProperties(40, 10, 80));
        for (WorkspaceFile file :
                WorkspaceWalk.of(workspace, WalkOptions.defaults()).walk().files()) {
            String text = SourceText.read(file.absolute(), 0).orElseThrow();
            index.put(new FileStamp(file.path(), file.sizeBytes(), 0, 0), text, chunker.chunk(file.path(), text));
        }
        index.commit(Map.of("root", "shop"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void ranksFilesAsTheGoldenFilesSay() throws IOException {
        var ranks = new ArrayList<String>();
        var found = new ArrayList<Integer>();
        for (String line : Files.readAllLines(GOLDEN.resolve("questions.txt"))) {
            String[] parts = line.split(" -> ");
            List<FileHit> files =
                    index.search(parts[0], Filter.NONE, Deadline.NONE).files();
            int rank = files.stream().map(FileHit::path).toList().indexOf(parts[1]) + 1;
            found.add(rank);
            ranks.add("%s -> %s: rank %d".formatted(parts[0], parts[1], rank));
            files.stream().limit(3).forEach(file -> ranks.add("  %.2f %s".formatted(file.score(), file.path())));
        }
        Files.createDirectories(WRITTEN);
        Files.write(WRITTEN.resolve("ranks.txt"), ranks);
        Files.write(WRITTEN.resolve("rank_stats.txt"), stats(found));
        assertThat(WRITTEN.resolve("rank_stats.txt")).hasSameTextualContentAs(GOLDEN.resolve("rank_stats.txt"));
        assertThat(WRITTEN.resolve("ranks.txt")).hasSameTextualContentAs(GOLDEN.resolve("ranks.txt"));
    }

    private static List<String> stats(List<Integer> ranks) {
        double reciprocal = ranks.stream()
                .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                .average()
                .orElse(0);
        return List.of(
                "queries: %d".formatted(ranks.size()),
                "recall@1: %d".formatted(within(ranks, 1)),
                "recall@5: %d".formatted(within(ranks, 5)),
                String.format(Locale.ROOT, "mrr: %.3f", reciprocal));
    }

    private static long within(List<Integer> ranks, int k) {
        return ranks.stream().filter(rank -> rank > 0 && rank <= k).count();
    }
}
