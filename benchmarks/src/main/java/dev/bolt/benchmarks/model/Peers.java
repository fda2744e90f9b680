package dev.bolt.benchmarks.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The processes that Bolt is compared with; each ends before its method returns. */
final class Peers {
    private final Path tree;

    private final String python;

    Peers(Path tree, String python) {
        this.tree = tree;
        this.python = python;
    }

    /** Which CPython it is: how it was built makes up to a third of its speed. */
    String version() throws IOException, InterruptedException {
        return run(List.of(python, "-c", "import sys; print(sys.version.replace(chr(10), ' '), sys.executable)"))
                .strip();
    }

    /**
     * What a script printed.
     *
     * @param cpuSeconds without reading the files
     * @param seconds by the clock, the same part
     * @param count files or edges
     */
    record Timed(double cpuSeconds, double seconds, int count) {}

    /** @param mode {@code parse} or {@code graph} */
    Timed python(String mode) throws IOException, InterruptedException {
        Path script = Files.createTempFile("bolt-peers", ".py");
        try {
            try (InputStream source = Peers.class.getResourceAsStream("peers.py")) {
                if (source == null) {
                    throw new IOException("peers.py is not in the classes");
                }
                Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
            }
            String[] said = run(List.of(python, script.toString(), mode, tree.toString()))
                    .strip()
                    .split("\\s+");
            return new Timed(Double.parseDouble(said[0]), Double.parseDouble(said[1]), Integer.parseInt(said[2]));
        } finally {
            Files.delete(script);
        }
    }

    /** Seconds of the clock that {@code radon cc} takes; empty if there is no radon. */
    Optional<Double> radon() throws InterruptedException {
        long began = System.nanoTime();
        try {
            run(List.of("radon", "cc", "-s", "-j", tree.toString()));
            return Optional.of((System.nanoTime() - began) / 1e9);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return said;
    }
}
