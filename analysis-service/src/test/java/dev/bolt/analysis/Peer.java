package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Another program that answers the same question, where it is installed. */
final class Peer {
    private Peer() {}

    /** What the command writes; empty if there is no such program or it fails. */
    static Optional<String> output(String... command) throws InterruptedException, IOException {
        Path answer = Files.createTempFile("peer", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0 ? Optional.of(Files.readString(answer)) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        } finally {
            Files.delete(answer);
        }
    }

    /** A resource of these tests as a file. */
    static String resource(String name) throws Exception {
        return Path.of(Peer.class.getResource(name).toURI()).toString();
    }

    /** The Python files below, by path. */
    static List<Path> pythonFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found = files.filter(path -> path.toString().endsWith(".py") && Files.isRegularFile(path))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
