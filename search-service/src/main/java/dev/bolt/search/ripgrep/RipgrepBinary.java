package dev.bolt.search.ripgrep;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
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
        try {
            Process process = new ProcessBuilder(path.toString(), "--no-config", "--type-list")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                return lines.lines().toList();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static Optional<RipgrepBinary> probe(Path path) {
        try {
            Process process = new ProcessBuilder(path.toString(), "--no-config", "--version")
                    .redirectErrorStream(true)
                    .start();
            try {
                String said = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
                Matcher matcher = VERSION.matcher(said);
                boolean ended = process.waitFor(5, TimeUnit.SECONDS);
                boolean recent = matcher.find() && Integer.parseInt(matcher.group(2)) >= OLDEST;
                return ended && recent ? Optional.of(new RipgrepBinary(path, matcher.group(1))) : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
