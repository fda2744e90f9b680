package dev.bolt.benchmarks.docstring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tree without the docstrings of its functions, and what they said.
 *
 * @param tree where it lies
 * @param asked what was taken out
 */
record Stripped(Path tree, List<Asked> asked) {
    /**
     * One docstring.
     *
     * @param question its first paragraph
     * @param answer the function, as {@code path::qualified.name}
     */
    record Asked(String question, String answer) {}

    /** Makes one out of a source tree, below the folder, with the {@code python3} that is on the path. */
    static Stripped of(Path source, Path folder) throws IOException, InterruptedException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Path questions = folder.resolve("questions.jsonl");
        Path script = folder.resolve("strip.py");
        try (InputStream in = Stripped.class.getResourceAsStream("/docstring/strip.py")) {
            if (in == null) {
                throw new IOException("No resource /docstring/strip.py");
            }
            Files.write(script, in.readAllBytes());
        }
        int status = new ProcessBuilder(
                        "python3", script.toString(), source.toString(), tree.toString(), questions.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("python3 could not take the docstrings out of " + source);
        }
        return new Stripped(
                tree,
                Files.readAllLines(questions).stream()
                        .map(line -> JsonMapper.shared().readValue(line, Asked.class))
                        .toList());
    }
}
