package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A file of a gigabyte, a line of 50 MB, patterns of ten thousand states: answered as by ripgrep, in bounded memory.
 */
class LargeInputTest extends RunningService {
    private static final String ROW = "0123456789 abcdefghijklmnopqrstuvwxyz 0123456789 ABCD\n";

    @Test
    void answersAFileOfAGigabyteBeforeAndAfterItIsIndexed() throws Exception {
        assumeTrue(Files.getFileStore(trees).getUsableSpace() > 5L << 30, "less than 5 GB are free");
        Path root = Files.createDirectories(trees.resolve("gigabyte"));
        byte[] rows = ROW.repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        int blocks = (1 << 30) / rows.length + 1;
        try (var out = Files.newOutputStream(root.resolve("large.txt"))) {
            for (int i = 0; i < blocks; i++) {
                out.write(rows);
            }
            out.write("the needle\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(Files.size(root.resolve("large.txt"))).isGreaterThan(1 << 30);
        WorkspaceId id = new WorkspaceId("gigabyte");
        index.build(id, new IndexRequest(root.toString()));
        assertNeedle(id, blocks * 20_000 + 1);
        ready(id);
        assertNeedle(id, blocks * 20_000 + 1);
        SearchResult all = search.search(TextQuery.regex(id, "0", 1_000));
        assertThat(all.matchedLines()).isEqualTo(1_000);
        assertThat(all.complete()).isFalse();
        drop(id);
    }

    private void assertNeedle(WorkspaceId id, int line) {
        SearchResult found = search.search(TextQuery.regex(id, "needle", 0));
        assertThat(found.complete()).isTrue();
        assertThat(found.files().getFirst().lines())
                .extracting(MatchedLine::line)
                .containsExactly(line);
    }

    @Test
    void answersALineOf50MegabytesOrSaysThatItIsLeftOut() throws Exception {
        Path root = Files.createDirectories(trees.resolve("line"));
        String half = "x".repeat(25 << 20);
        Files.writeString(root.resolve("long.txt"), "first needle\n" + half + " needle " + half + "\nlast needle\n");
        Files.writeString(root.resolve("short.txt"), "short needle\n");
        WorkspaceId id = new WorkspaceId("line");
        index.build(id, new IndexRequest(root.toString()));
        ready(id);
        SearchResult others = search.search(TextQuery.regex(id, "^\\w+ needle$", 0));
        assertThat(others.complete()).isTrue();
        assertThat(numbers(others)).containsExactly(1, 3, 1);
        SearchResult found = search.search(TextQuery.regex(id, "needle", 0));
        assertThat(numbers(found)).contains(1, 3);
        assertThat(numbers(found).contains(2)).isEqualTo(found.complete());
        drop(id);
    }

    private static List<Integer> numbers(SearchResult found) {
        return found.files().stream()
                .flatMap(file -> file.lines().stream())
                .map(MatchedLine::line)
                .toList();
    }

    @Test
    void answersPatternsOfTenThousandStatesLikeRipgrep() throws Exception {
        Path root = SampleTree.in(trees.resolve("states"));
        Files.writeString(root.resolve("a.txt"), "a".repeat(30_000) + "\n" + "ab".repeat(6_000) + "c\n");
        Files.writeString(root.resolve("words.txt"), "word ".repeat(3_000) + "\n");
        WorkspaceId id = new WorkspaceId("states");
        index.build(id, new IndexRequest(root.toString()));
        ready(id);
        String words =
                IntStream.range(0, 1_600).mapToObj(i -> "word" + i).reduce("send", (all, word) -> all + "|" + word);
        for (String pattern : List.of(
                "[ab]{10000}",
                "(?:ab){5000}c",
                "(?:a?){1000}a{1000}",
                "(?:\\w+\\s){100}",
                "\\pL{200}",
                "a.{5000}c",
                "(?:a|b|ab)*c{0,9999}c",
                "(a+)+$",
                "(?:x+x+)+y",
                words,
                "(?i)" + words)) {
            TextQuery query = TextQuery.regex(id, pattern, 0);
            List<String> expected = RipgrepReference.lines(ripgrep(), root, query);
            SearchResult found = search.search(query);
            assertThat(found.complete()).as(shown(pattern)).isTrue();
            assertThat(RipgrepReference.flatten(found.files()))
                    .as(shown(pattern))
                    .isEqualTo(expected);
        }
        TextQuery tooLarge = TextQuery.of(id, List.of("(?:\\pL{1000}){1000}"))
                .hidden(true) // by ripgrep
                .build();
        assertThatThrownBy(() -> search.search(tooLarge)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.BAD_PATTERN);
            assertThat(e.detail()).contains("size limit");
        });
        drop(id);
    }

    private static String shown(String pattern) {
        return pattern.length() > 40 ? pattern.substring(0, 40) + "…" : pattern;
    }
}
