package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CPython is the oracle. By default 400 files of its standard library; {@code -Dbolt.oracle.files=100000
 * -Dbolt.oracle.root=/path} compares more, {@code -Dbolt.oracle.python=python3.13} another version.
 */
class OracleTest {
    private static final String PYTHON = System.getProperty("bolt.oracle.python", "python3");
    private static final int FILES = Integer.getInteger("bolt.oracle.files", 400);

    @TempDir
    Path scratch;

    @Test
    void agreesWithCPythonOnStatementsDefinitionsComplexityAndImports() throws Exception {
        List<Path> sources = sources();
        assumeTrue(!sources.isEmpty(), "no " + PYTHON + " with a standard library");
        Path expected = ask(sources);
        boolean placesInFields = output(PYTHON, "-c", "import sys; print(sys.version_info >= (3, 12))")
                .startsWith("True");
        var differences = new ArrayList<String>();
        int valid = 0;
        int accepted = 0;
        for (String section : Files.readString(expected).split("(?m)^@@ ")) {
            if (section.isEmpty()) {
                continue;
            }
            Path path = Path.of(section.substring(0, section.indexOf('\n')));
            String wanted = section.substring(section.indexOf('\n') + 1).stripTrailing();
            String ours = ModelText.of(Files.readAllBytes(path), placesInFields);
            if (wanted.equals("INVALID")) {
                accepted++;
            } else {
                valid++;
                if (!ours.equals(wanted)) {
                    differences.add(path + ": " + firstDifference(ours.split("\n"), wanted.split("\n")));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(valid).isPositive();
        Files.writeString(
                Path.of("target/oracle.txt"), "%d valid files alike, %d not valid%n".formatted(valid, accepted));
    }

    private static List<Path> sources() throws Exception {
        String root = System.getProperty("bolt.oracle.root", "");
        if (root.isEmpty()) {
            root = output(PYTHON, "-c", "import os; print(os.path.dirname(os.__file__))")
                    .strip();
        }
        if (root.isEmpty() || !Files.isDirectory(Path.of(root))) {
            return List.of();
        }
        try (var files = Files.walk(Path.of(root))) {
            List<Path> all = files.filter(path -> path.toString().endsWith(".py") && Files.isRegularFile(path))
                    .filter(path -> !path.toString().contains("site-packages"))
                    .sorted()
                    .toList();
            int step = Math.max(1, all.size() / FILES);
            var chosen = new ArrayList<Path>();
            for (int i = 0; i < all.size() && chosen.size() < FILES; i += step) {
                chosen.add(all.get(i));
            }
            return chosen;
        }
    }

    private Path ask(List<Path> sources) throws Exception {
        Path list = Files.write(
                scratch.resolve("list"), sources.stream().map(Path::toString).toList(), StandardCharsets.UTF_8);
        Path answer = scratch.resolve("answer");
        Path script = Path.of(OracleTest.class.getResource("/oracle/oracle.py").toURI());
        Process process = new ProcessBuilder(PYTHON, script.toString())
                .redirectInput(list.toFile())
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return answer;
    }

    private static String output(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text : "";
        } catch (IOException notThere) {
            return "";
        }
    }

    private static String firstDifference(String[] ours, String[] wanted) {
        for (int i = 0; i < Math.max(ours.length, wanted.length); i++) {
            String left = i < ours.length ? ours[i] : "nothing";
            String right = i < wanted.length ? wanted[i] : "nothing";
            if (!left.equals(right)) {
                return "ours '%s', CPython '%s'".formatted(left, right);
            }
        }
        return "only in line ends";
    }
}
