package dev.bolt.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns one by one as data, and in random heaps beside git itself. */
class IgnorePatternTest {
    private static final List<String> PIECES =
            List.of("a", "b", "*", "**", "?", "/", "d0", "d1", "d2", "[ab]", ".log", "!", ".txt", "/**/");
    private static final Path BASE = Path.of("/w");

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(
            delimiterString = " | ",
            value = {
                "*.log | a.log | IGNORED",
                "*.log | d/a.log | IGNORED",
                "/*.log | d/a.log | SILENT",
                "/a | a | IGNORED",
                "/a | d/a | SILENT",
                "a/b | a/b | IGNORED",
                "a/b | d/a/b | SILENT",
                "a/ | a | SILENT",
                "a/ | a/ | IGNORED",
                "a/ | d/a/ | IGNORED",
                "a\\/ | a/ | IGNORED",
                "a\\/ | a | SILENT",
                "**/a | d/e/a | IGNORED",
                "**/a | a | IGNORED",
                "a/** | a | SILENT",
                "a/** | a/b/c | IGNORED",
                "a/**/b | a/b | IGNORED",
                "a/**/b | a/x/y/b | IGNORED",
                "a**b | axxb | IGNORED",
                "d/a**b | d/ax/xb | SILENT",
                "a?c | abc | IGNORED",
                "d/a?c | d/a/c | SILENT",
                "[ab].c | a.c | IGNORED",
                "[!ab].c | a.c | SILENT",
                "[^ab].c | x.c | IGNORED",
                "[a-c]1 | b1 | IGNORED",
                "[]]x | ]x | IGNORED",
                "[a-]x | -x | IGNORED",
                "!a | a | KEPT",
                "\\!a | !a | IGNORED",
                "\\#a | #a | IGNORED",
                "#a | #a | SILENT",
                "a\\*b | a*b | IGNORED",
                "a\\*b | axb | SILENT",
                "*.{js,ts} | a.ts | IGNORED",
                "{a,b{c,d}} | bd | IGNORED",
                "{a | {a | SILENT",
                "[a | [a | IGNORED",
                "[] | [] | IGNORED",
                "[a[b | [a[b | IGNORED",
                "a\\ | a\\ | SILENT",
                "a[!b]c | a/c | IGNORED",
                "? | é | SILENT",
                "?? | é | IGNORED",
                "a/*** | a/b/c | SILENT",
                "a{/**,x} | a/b | IGNORED",
                "! | a | KEPT",
                "foo* | foobar | IGNORED",
                "foo* | xfoo | SILENT",
                "$a.b+ | $a.b+ | IGNORED",
                "a | A | SILENT",
                "** | x/y | IGNORED",
                "* | .x | IGNORED",
            })
    void fitsAsRipgrepHasIt(String pattern, String path, IgnoreRules.Verdict verdict) {
        boolean directory = path.endsWith("/");
        String file = directory ? path.substring(0, path.length() - 1) : path;
        assertThat(IgnoreFile.parse(pattern, BASE).verdict("/w/" + file, directory))
                .isEqualTo(verdict);
    }

    @Test
    void takesTheLastPatternThatFitsAndForgivesSpacesAndCarriageReturns() {
        var rules = IgnoreFile.parse("*.log\r\n!a.log  \n\n# note\nb \\ \n", BASE);
        assertThat(rules.verdict("/w/a.log", false)).isEqualTo(IgnoreRules.Verdict.KEPT);
        assertThat(rules.verdict("/w/b.log", false)).isEqualTo(IgnoreRules.Verdict.IGNORED);
    }

    @Test
    void endsALineAsRipgrepDoesAndReadsNoMarkAtTheStart() {
        var rules = IgnoreFile.parse("\uFEFF*.log\r\na\rb\nc\\ \n\uFEFFd\ne\u00A0\n", BASE);
        for (String ignored : List.of("x.log", "a\rb", "c ", "\uFEFFd", "e")) {
            assertThat(rules.verdict("/w/" + ignored, false)).as(ignored).isEqualTo(IgnoreRules.Verdict.IGNORED);
        }
        for (String other : List.of("a", "b", "c", "d")) {
            assertThat(rules.verdict("/w/" + other, false)).as(other).isEqualTo(IgnoreRules.Verdict.SILENT);
        }
    }

    @Test
    void readsUpToALineThatIsNoText(@TempDir Path root) throws Exception {
        Path file = root.resolve(".gitignore");
        Files.write(file, "a\nb\u00e9\nc\n".getBytes(StandardCharsets.ISO_8859_1));
        var rules = IgnoreFile.read(file, BASE);
        assertThat(rules.verdict("/w/a", false)).isEqualTo(IgnoreRules.Verdict.IGNORED);
        assertThat(rules.verdict("/w/c", false)).isEqualTo(IgnoreRules.Verdict.SILENT);
    }

    /** Without braces, which git does not know, the walk must leave out exactly what git does. */
    @Test
    void leavesOutWhatGitLeavesOut(@TempDir Path root) throws Exception {
        run(root, "git", "init", "-q");
        List<String> names = List.of("a", "b", "ab", "a.log", "b.txt", "x-y");
        var random = new Random(20_260_901);
        for (int i = 0; i < 150; i++) {
            Path folder = root;
            for (int depth = random.nextInt(4); depth > 0; depth--) {
                folder = folder.resolve("d" + random.nextInt(3));
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(names.get(random.nextInt(names.size()))), "x");
        }
        for (int round = 0; round < 60; round++) {
            for (String folder : List.of("", "d0/", "d1/")) {
                var patterns = new StringBuilder();
                for (int line = random.nextInt(4); line >= 0; line--) {
                    patterns.append(pattern(random)).append('\n');
                }
                Files.createDirectories(root.resolve(folder));
                Files.writeString(root.resolve(folder + ".gitignore"), patterns);
            }
            assertThat(ours(root)).as("round %d: %s", round, rules(root)).isEqualTo(gits(root));
        }
    }

    /**
     * Three stars in a row are left out: git takes them for two, ripgrep for one. And so is a lone exclamation mark,
     * which says nothing to git and keeps everything for ripgrep.
     */
    private static String pattern(Random random) {
        var pattern = new StringBuilder();
        for (int piece = random.nextInt(4); piece >= 0; piece--) {
            pattern.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return pattern.toString().replaceAll("\\*{3,}", "**").replaceFirst("^!$", "!a");
    }

    private static String rules(Path root) throws IOException {
        return Files.readString(root.resolve(".gitignore")) + "|d0: "
                + Files.readString(root.resolve("d0/.gitignore")) + "|d1: "
                + Files.readString(root.resolve("d1/.gitignore"));
    }

    private static Set<String> ours(Path root) {
        var paths = new TreeSet<String>();
        for (WorkspaceFile file : WorkspaceWalk.of(root, new WalkOptions(true, false, 0, false))
                .walk()
                .files()) {
            if (!file.path().startsWith(".git/")) {
                paths.add(file.path());
            }
        }
        return paths;
    }

    private static Set<String> gits(Path root) throws Exception {
        String listed =
                run(root, "git", "-c", "core.excludesFile=", "ls-files", "-z", "--others", "--exclude-standard");
        return new TreeSet<>(List.of(listed.split("\0")).stream()
                .filter(path -> !path.isEmpty())
                .toList());
    }

    private static String run(Path directory, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command).directory(directory.toFile()).start();
        try (OutputStream nothing = process.getOutputStream()) {
            nothing.flush();
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
