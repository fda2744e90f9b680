package dev.bolt.cli.endtoend;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the command line as a process of its own.
 *
 * @param code its exit code
 * @param out what it printed as its answer
 * @param err what it printed beside it
 */
record BoltRun(int code, String out, String err) {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path ARCHIVE = CHECKOUT.resolve("bolt-cli/target/bolt-cli-it.jsa");
    private static final long LIMIT_SECONDS = 300;

    static BoltRun bolt(Path home, Path directory, String... args) {
        return finish(start(home, directory, args));
    }

    static Process start(Path home, Path directory, String... args) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jar = CHECKOUT.resolve("bolt-cli/target/bolt-cli-0.1.0.jar").toString();
        var command = new ArrayList<String>();
        if (System.getProperty("os.name").equals("Linux")) {
            command.addAll(List.of("env", "--default-signal=INT")); // a test run in the background ignores it
        }
        command.addAll(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // as the launcher does
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + ARCHIVE));
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=off", "-jar", jar));
        command.addAll(List.of(args));
        return start(
                command,
                directory,
                Map.of("BOLT_HOME", home.toString(), "BOLT_DIST", CHECKOUT.toString(), "BOLT_TRAIN", "off"));
    }

    /** Any other program, such as ripgrep. */
    static BoltRun program(Path directory, String... command) {
        return finish(start(List.of(command), directory, Map.of()));
    }

    private static Process start(List<String> command, Path directory, Map<String, String> environment) {
        try {
            // ripgrep would search a pipe instead of the directory
            var builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectInput(new File("/dev/null"));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BoltRun finish(Process process) {
        var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Still running after " + LIMIT_SECONDS + " s: " + err.join());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new AssertionError(e);
        }
        return new BoltRun(process.exitValue(), out.join(), err.join());
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
