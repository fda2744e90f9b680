package dev.bolt.benchmarks.question;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A question whose answer is known.
 *
 * @param repository folder of the repository
 * @param text in plain words
 * @param files what a knowledgeable person would open, best first; decided before the first run
 */
record Question(String repository, String text, List<String> files) {
    Question {
        files = List.copyOf(files);
    }

    /** Tab-separated lines of repository, text and files; lines that begin with # are comments. */
    static List<Question> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Question(cells[0], cells[1], List.of(cells[2].split(" "))))
                .toList();
    }
}
