package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.search.PathQuery;
import dev.bolt.api.search.PathResult;
import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Options that ripgrep alone has, and its list of files, beside the real ripgrep with the flags it documents. */
class OnlyRipgrepContractTest extends RunningService {
    private Path root;
    private Path ripgrep;

    @BeforeEach
    void indexesASampleTree() throws Exception {
        ripgrep = ripgrep().path();
        root = trees.resolve("sample");
        if (!Files.exists(root)) {
            SampleTree.in(root);
            Files.writeString(root.resolve(".ignore"), "special.txt\n");
        }
        indexed(Queries.WORKSPACE, root);
    }

    @Test
    void eachMeansWhatItsFlagMeans() {
        compare(RipgrepOptions.PCRE2, "(?<!re)send(?= it)|(\\w)\\1\\w", "--pcre2");
        compare(new RipgrepOptions(false, true, false, null, null, false, false, false, false), "it$", "--crlf");
        compare(new RipgrepOptions(false, false, true, null, null, false, false, false, false), "send", "--text");
        compare(only("iso-8859-1", null), "café|Ã©", "--encoding=iso-8859-1");
        compare(only("none", null), "send", "--encoding=none");
        compare(only(null, 100L), "send", "--max-filesize=100");
        compare(new RipgrepOptions(false, false, false, null, null, true, false, false, false), "e", "--no-ignore-vcs");
        compare(new RipgrepOptions(false, false, false, null, null, false, true, false, false), "e", "--no-ignore-dot");
        compare(
                new RipgrepOptions(false, false, false, null, null, false, false, true, true),
                "e",
                "--no-ignore-parent",
                "--no-ignore-exclude");
    }

    private static RipgrepOptions only(@Nullable String encoding, @Nullable Long maxFileBytes) {
        return new RipgrepOptions(false, false, false, encoding, maxFileBytes, false, false, false, false);
    }

    private void compare(RipgrepOptions options, String pattern, String... flags) {
        List<String> plain = lines(pattern, "--no-pcre2");
        List<String> expected = lines(pattern, flags);
        SearchResult found = search.search(TextQuery.of(Queries.WORKSPACE, List.of(pattern))
                .ripgrep(options)
                .build());
        assertThat(found.engine()).isEqualTo("ripgrep");
        assertThat(RipgrepReference.flatten(found.files())).as("%s", options).isEqualTo(expected);
        if (!options.noIgnoreParent()) {
            assertThat(expected).as("%s makes a difference", options).isNotEqualTo(plain);
        }
    }

    private List<String> lines(String pattern, String... flags) {
        var command = new ArrayList<>(List.of(ripgrep.toString(), "--no-config", "--json"));
        command.addAll(Arrays.asList(flags));
        command.addAll(List.of("-e", pattern, "./"));
        return RipgrepReference.lines(root, command);
    }

    @Test
    void ripgrepsOwnWordsSayWhatIsWrong() {
        assertThatThrownBy(() -> search.search(TextQuery.of(Queries.WORKSPACE, List.of("send"))
                        .ripgrep(only("klingon", null))
                        .build()))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.BAD_REQUEST);
                    assertThat(e.detail()).contains("klingon");
                });
        assertThatThrownBy(() -> search.search(TextQuery.of(Queries.WORKSPACE, List.of("(?<!a"))
                        .ripgrep(RipgrepOptions.PCRE2)
                        .build()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BAD_PATTERN));
    }

    @Test
    void aMatchThatPcre2GivesUpIsNoWholeAnswer() throws Exception {
        Files.writeString(root.resolve("steep.txt"), "a".repeat(40) + "!\n");
        SearchResult found = search.search(TextQuery.of(Queries.WORKSPACE, List.of("^(?:(a+)+)+$(?<!b)"))
                .globs(List.of("steep.txt"))
                .ripgrep(RipgrepOptions.PCRE2)
                .build());
        assertThat(found.matchedLines()).isZero();
        assertThat(found.complete()).isFalse();
    }

    @Test
    void listsTheFilesThatRipgrepLists() throws Exception {
        compare(paths(false, false, null, null, null), "index");
        compare(paths(false, false, List.of("!docs/**"), null, null), "index", "-g!docs/**");
        compare(paths(false, false, List.of("*.txt", "!docs/**"), null, null), "walk", "-g*.txt", "-g!docs/**");
        compare(paths(false, false, null, List.of("py"), null), "index", "-tpy");
        compare(paths(false, false, null, null, List.of("txt")), "index", "-Ttxt");
        compare(paths(true, false, null, null, null), "walk", "--hidden");
        compare(paths(true, true, null, null, null), "walk", "--hidden", "--no-ignore");
        Files.writeString(root.resolve("new.txt"), "");
        Files.delete(root.resolve("empty.txt"));
        compare(paths(false, false, null, null, null), "index");
        PathResult few = search.paths(new PathQuery(Queries.WORKSPACE, false, false, null, null, null, 2));
        assertThat(few.paths()).hasSize(2);
        assertThat(few.files()).isGreaterThan(10);
    }

    private static PathQuery paths(
            boolean hidden,
            boolean noIgnore,
            @Nullable List<String> globs,
            @Nullable List<String> types,
            @Nullable List<String> typesNot) {
        return new PathQuery(Queries.WORKSPACE, hidden, noIgnore, globs, types, typesNot, 0);
    }

    private void compare(PathQuery query, String engine, String... flags) throws Exception {
        List<String> command = Stream.of(
                        Stream.of(ripgrep.toString(), "--no-config", "--files", "--sort=path"), Stream.of(flags))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).directory(root.toFile()).start();
        process.getOutputStream().close();
        List<String> expected = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .sorted()
                .toList();
        PathResult found = search.paths(query);
        assertThat(found.paths().stream().sorted()).as("%s", query).isEqualTo(expected);
        assertThat(found.engine()).as("%s", query).isEqualTo(engine);
    }
}
