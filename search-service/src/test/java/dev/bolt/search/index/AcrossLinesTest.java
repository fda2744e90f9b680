package dev.bolt.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.Found;
import dev.bolt.search.Indexes;
import dev.bolt.search.Queries;
import dev.bolt.search.RandomQueries;
import dev.bolt.search.RipgrepReference;
import dev.bolt.search.SampleTree;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import dev.bolt.search.scan.Scan;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches across lines beside the real ripgrep: blocks, lines, submatches. */
class AcrossLinesTest {
    private static final int QUERIES = Integer.getInteger("bolt.fuzz.queries", 400) / 3;

    private static final List<String> PATTERNS = List.of(
            "send\\n",
            "\\nsend",
            "send\\s+keep",
            "send\\nkeep\\n",
            "^send$",
            "^keep",
            "send$",
            "(?s)send.*?TODO",
            "(?s)keep.{0,30}another",
            "another line\\n",
            "a\\nb",
            "\\S\\n\\S",
            "[^x]d\\s",
            "line$\\nsend it$",
            "d\\s*\\n\\s*d",
            "\\n\\n",
            "first line\\r\\n",
            "caf[^a]",
            "not there\\nat all",
            "def \\w+[^)]*\\):\\n\\s+return",
            "class \\w+:\\n\\s+def",
            "after\\nnul");

    @TempDir
    Path directory;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private Path root;
    private WorkspaceIndex index;
    private RipgrepBinary ripgrep;

    @BeforeEach
    void makesATree() throws Exception {
        Optional<RipgrepBinary> found = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(found.isPresent(), "no ripgrep 14 or newer on the PATH");
        ripgrep = found.get();
        root = SampleTree.in(directory.resolve("tree"));
        String filler = ("another " + "-".repeat(700) + " line\n").repeat(200);
        Files.writeString(root.resolve("chunks.txt"), filler + "send\nkeep\nsend it\n" + filler + "TODO send");
        Files.writeString(root.resolve("late.bin"), "send\nkeep\n" + filler + "send\nbefore\0after\nnul\nsend\nkeep\n");
        Files.writeString(root.resolve("early.bin"), "send\nkeep\n\0\n" + filler);
        var random = new RandomQueries(5);
        for (int file = 0; file < 20; file++) {
            var text = new ByteArrayOutputStream();
            for (int line = 0; line < 20; line++) {
                text.writeBytes(random.line());
                text.write('\n');
            }
            Files.write(root.resolve("random-%d.txt".formatted(file)), text.toByteArray());
        }
        index = Indexes.build(pool, directory.resolve("index"), root);
    }

    @AfterEach
    void endsItsThreads() {
        pool.shutdownNow();
    }

    @Test
    void theIndexGivesRipgrepsBlocks() {
        for (String pattern : PATTERNS) {
            for (TextQuery query : List.of(
                    query(pattern, null, false, false),
                    query(pattern, CaseMode.INSENSITIVE, false, false),
                    query(pattern, CaseMode.SMART, true, false),
                    query(pattern, null, false, true))) {
                assertThat(compare(query, Overlay.NONE)).as("%s", query).isTrue();
            }
        }
    }

    @Test
    void theIndexGivesRipgrepsBlocksOfRandomPatternsOrLeavesThemToIt() {
        var random = new RandomQueries(Long.getLong("bolt.fuzz.seed", 23));
        int answered = 0;
        for (int i = 0; i < QUERIES; i++) {
            answered += compare(random.nextAcrossLines(), Overlay.NONE) ? 1 : 0;
        }
        assertThat(answered).isGreaterThan(QUERIES / 4);
    }

    @Test
    void theScanGivesRipgrepsBlocksOrRefuses() {
        var random = new RandomQueries(Long.getLong("bolt.fuzz.seed", 29));
        int answered = 0;
        for (int i = 0; i < QUERIES / 4; i++) {
            TextQuery query =
                    i < PATTERNS.size() ? query(PATTERNS.get(i), null, false, false) : random.nextAcrossLines();
            try {
                var found = new Scan().search(root, query, Deadline.after(Duration.ofSeconds(1)));
                if (!found.complete()) {
                    continue;
                }
                assertThat(difference(query, found.files())).isEmpty();
                answered++;
            } catch (ProblemException e) {
                assertThat(e.problem()).isIn(Problem.UNSUPPORTED_OPTION, Problem.BAD_PATTERN);
            }
        }
        assertThat(answered).isGreaterThan(QUERIES / 16);
    }

    @Test
    void theIndexLeavesWhatTakesLongAtEachStepToRipgrep() {
        String pattern = " (?s:.*)[\\w--\\d]{2,}(?: \\b{end}[^💀]|.[^💀][é-ü])";
        assertThat(search(query(pattern, null, true, false), Overlay.NONE)).isEmpty();
    }

    @Test
    void theScanRefusesWhatGoesTooDeep() throws Exception {
        Files.writeString(root.resolve("deep.txt"), "ab\n".repeat(300_000) + "c\n");
        assertThatThrownBy(() -> new Scan().search(root, query("(a|b|\\n)+c", null, false, false), Deadline.NONE))
                .hasMessageContaining("too deep");
    }

    @Test
    void readsWhatHasChangedSince() throws Exception {
        Files.writeString(root.resolve("src/util.py"), "send\nkeep\nnow\n");
        var overlay = new Overlay(Set.of("src/util.py"), List.of("src/util.py"), null);
        TextQuery query = query("send\\nkeep", null, false, false);
        assertThat(compare(query, overlay)).isTrue();
        assertThat(search(query, overlay).orElseThrow().files())
                .extracting(FileMatches::path)
                .contains("src/util.py", "chunks.txt", "late.bin");
    }

    @Test
    void aSearchAcrossLinesWithContextIsLeftToRipgrep() {
        var query = TextQuery.of(Queries.WORKSPACE, List.of("send\\n"))
                .multiline(true)
                .beforeContext(1)
                .afterContext(1)
                .build();
        assertThat(search(query, Overlay.NONE)).isEmpty();
        assertThatThrownBy(() -> new Scan().search(root, query, Deadline.NONE)).hasMessageContaining("across lines");
    }

    private boolean compare(TextQuery query, Overlay overlay) {
        Optional<Found> found = search(query, overlay);
        found.ifPresent(outcome -> {
            assertThat(outcome.complete()).as("%s", query).isTrue();
            assertThat(difference(query, outcome.files())).isEmpty();
        });
        return found.isPresent();
    }

    /** Empty, or what to look at: blocks are long. */
    private String difference(TextQuery query, List<FileMatches> files) {
        List<String> answered = RipgrepReference.flatten(files);
        List<String> expected = RipgrepReference.lines(ripgrep, root, query, answered);
        var missing = new ArrayList<>(expected);
        missing.removeAll(answered);
        var extra = new ArrayList<>(answered);
        extra.removeAll(expected);
        return missing.isEmpty() && extra.isEmpty() && answered.size() == expected.size()
                ? ""
                : "%s: missing %s, in excess %s".formatted(query, shortened(missing), shortened(extra));
    }

    private static List<String> shortened(List<String> blocks) {
        return blocks.stream()
                .limit(5)
                .map(block -> block.substring(0, Math.min(200, block.length())))
                .toList();
    }

    private Optional<Found> search(TextQuery query, Overlay overlay) {
        return Found.in(
                new IndexSearch(pool, 2, 16, FileTypes.COMMON, new MappedLooks(false)),
                index,
                overlay,
                root,
                query,
                Deadline.after(Duration.ofMinutes(1)));
    }

    private static TextQuery query(String pattern, CaseMode mode, boolean word, boolean line) {
        return TextQuery.of(Queries.WORKSPACE, List.of(pattern))
                .caseMode(mode)
                .wordRegexp(word)
                .lineRegexp(line)
                .multiline(true)
                .build();
    }
}
