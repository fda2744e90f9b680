package dev.bolt.search.ripgrep;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A ripgrep that can be run.
 *
 * @param path the binary
 * @param version as it says itself, such as {@code 15.0.0}
 */
public record RipgrepBinary(Path path, String version) {
    /** Older ones differ in their ignore rules. */
    private static final int OLDEST = 14;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_WORDS = 1 << 20;
    private static final Pattern VERSION = Pattern.compile("ripgrep ((\\d+)\\.\\d+\\.\\d+)");

    /** The one that is configured or first on the PATH, if it runs and is recent enough. */
    public static Optional<RipgrepBinary> find(RipgrepProperties properties) {
        if (properties.path() != null) {
            return properties.named() ? probe(Path.of(properties.path())) : Optional.empty();
        }
        String path = System.getenv().getOrDefault("PATH", "");
        for (String directory : path.split(File.pathSeparator, -1)) {
            Path candidate = Path.of(directory.isEmpty() ? "." : directory, "rg");
            if (Files.isExecutable(candidate) && Files.isRegularFile(candidate)) {
                Optional<RipgrepBinary> found = probe(candidate.toAbsolutePath());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The file types that it knows, a line each; empty if it does not say. */
    public List<String> types() {
        return said(path, "--type-list").map(said -> said.lines().toList()).orElse(List.of());
    }

    private static Optional<RipgrepBinary> probe(Path path) {
        return said(path, "--version")
                .map(VERSION::matcher)
                .filter(matcher -> matcher.find() && Integer.parseInt(matcher.group(2)) >= OLDEST)
                .map(matcher -> new RipgrepBinary(path, matcher.group(1)));
    }

    /** What it answers; empty if it cannot be run or takes too long. It is gone then. */
    private static Optional<String> said(Path path, String asked) {
        try {
            Process process = new ProcessBuilder(path.toString(), "--no-config", asked)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var words = new FutureTask<>(() -> process.getInputStream().readNBytes(MOST_WORDS));
            try {
                process.getOutputStream().close();
                Thread.ofVirtual().start(words);
                return Optional.of(new String(words.get(PATIENCE.toMillis(), MILLISECONDS), StandardCharsets.UTF_8));
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
