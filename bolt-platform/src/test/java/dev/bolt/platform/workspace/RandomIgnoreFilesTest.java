package dev.bolt.platform.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ignore files that nobody would write, from a seed: the walk beside the real ripgrep's list of files. */
class RandomIgnoreFilesTest {
    private static final long SEED = Long.getLong("bolt.fuzz.seed", 20_261_129);
    private static final int ROUNDS = Integer.getInteger("bolt.fuzz.ignores", 300);
    private static final int ROUNDS_A_TREE = 25;

    private static final List<String> NAMES = words(
            "a b ab abc a.log b.txt x-y [abc a[ [] [!] ] a] é a\\ \\ * #a !a {a a} {a,b} , - .h a. d0 ? ^",
            List.of("a ", "a\t", "a\r", "a\u00A0", "\uFEFFa"));
    private static final List<String> PIECES = words(
            "a b c * ** *** ? / d0 d1 d2 [ab] [!a] [^b] []a] [] [!] [ ] [a- [a-c] [c-a] [-a] - \\ ! # {a,b} { } , {,a}"
                    + " {a,{b,c}} {a/,} {/**,b} é [é] . .log .txt .h /**/ **/ /** \\/ \\! \\# \\* \\[ \\é ^",
            List.of(" ", "\\ ", "\t", "\r", "\u00A0", "\uFEFF"));
    private static final List<String> FILES =
            List.of(".gitignore", ".gitignore", ".gitignore", ".ignore", ".rgignore", ".git/info/exclude");
    private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", " \n", "\t\n", "\\ \n", "\r\r\n");

    private final Random random = new Random(SEED);

    @TempDir
    Path directory;

    private static List<String> words(String words, List<String> more) {
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        all.addAll(more);
        return all;
    }

    @BeforeEach
    void needsRipgrep() throws Exception {
        try {
            assumeTrue(
                    new String(run(directory, "rg", "--no-config", "--version"), StandardCharsets.UTF_8)
                            .startsWith("ripgrep 15"),
                    "the ripgrep on the PATH is not 15");
        } catch (IOException none) {
            assumeTrue(false, "no ripgrep on the PATH");
        }
    }

    @Test
    void findsWhatRipgrepFinds() throws Exception {
        Path root = directory;
        for (int round = 0; round < ROUNDS; round++) {
            if (round % ROUNDS_A_TREE == 0) {
                root = tree("tree-" + round);
            }
            var rules = new TreeMap<String, String>();
            for (String folder : List.of("", "d0/", "d1/")) {
                if (folder.isEmpty() || random.nextInt(3) == 0) {
                    String name = folder.isEmpty() ? FILES.get(random.nextInt(FILES.size())) : ".gitignore";
                    byte[] text = text();
                    Files.write(root.resolve(folder + name), text);
                    rules.put(folder + name, new String(text, StandardCharsets.UTF_8));
                }
            }
            boolean hidden = random.nextInt(4) == 0;
            var expected = ripgreps(root, hidden);
            var found = ours(root, hidden);
            var missing = new TreeSet<>(expected);
            missing.removeAll(found);
            found.removeAll(expected);
            assertThat(missing)
                    .as("missing in round %d: %s", round, shown(rules))
                    .isEmpty();
            assertThat(found)
                    .as("in excess in round %d: %s", round, shown(rules))
                    .isEmpty();
            for (String file : rules.keySet()) {
                Files.delete(root.resolve(file));
            }
        }
    }

    private Path tree(String name) throws IOException {
        Path root = directory.resolve(name);
        Files.createDirectories(root.resolve(".git/info"));
        for (String folder : List.of("d0", "d1")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (int i = 0; i < 60; i++) {
            Path folder = root;
            for (int depth = random.nextInt(4); depth > 0; depth--) {
                boolean plain = random.nextInt(3) > 0;
                String folderName = plain ? "d" + random.nextInt(3) : NAMES.get(random.nextInt(NAMES.size()));
                folder = Files.isRegularFile(folder.resolve(folderName)) ? folder : folder.resolve(folderName);
            }
            Files.createDirectories(folder);
            Path file = folder.resolve(NAMES.get(random.nextInt(NAMES.size())));
            if (!Files.exists(file)) {
                Files.writeString(file, "x");
            }
        }
        return root;
    }

    private byte[] text() {
        var text = new ByteArrayOutputStream();
        if (random.nextInt(8) == 0) {
            text.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
        }
        for (int line = random.nextInt(4); line >= 0; line--) {
            for (int piece = random.nextInt(4); piece >= 0; piece--) {
                text.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            }
            if (random.nextInt(40) == 0) {
                text.write(0x80 + random.nextInt(0x80));
            }
            if (line > 0 || random.nextInt(3) > 0) {
                text.writeBytes(ENDS.get(random.nextInt(ENDS.size())).getBytes(StandardCharsets.UTF_8));
            }
        }
        return text.toByteArray();
    }

    private static TreeSet<String> ours(Path root, boolean hidden) {
        var paths = new TreeSet<String>();
        WorkspaceWalk.of(root, new WalkOptions(hidden, false, 0, false))
                .walk()
                .files()
                .forEach(file -> paths.add(file.path()));
        return paths;
    }

    private static TreeSet<String> ripgreps(Path root, boolean hidden) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("rg", "--no-config", "--no-ignore-global", "--no-messages", "--files", "-0", "-j1"));
        if (hidden) {
            command.add("--hidden");
        }
        String listed = new String(run(root, command.toArray(String[]::new)), StandardCharsets.UTF_8);
        var paths = new TreeSet<String>();
        for (String path : listed.split("\0")) {
            if (!path.isEmpty()) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static String shown(TreeMap<String, String> rules) {
        return rules.toString().replace("\r", "<CR>").replace("\t", "<TAB>").replace("\uFEFF", "<BOM>");
    }

    private static byte[] run(Path directory, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return process.getInputStream().readAllBytes();
    }
}
