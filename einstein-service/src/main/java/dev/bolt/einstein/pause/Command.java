package dev.bolt.einstein.pause;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a short command of the system says; empty if it is not there or takes longer than two seconds. */
final class Command implements Supplier<String> {
    private static final long PATIENCE_SECONDS = 2;

    private final ProcessBuilder command;

    Command(String... words) {
        this.command = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    @Override
    public String get() {
        try {
            Process process = command.start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return "";
                }
                return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException none) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
