package dev.bolt.search.ripgrep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A running ripgrep. Once closed, it and all its descendants are gone, whatever it was doing; closing twice is closing
 * once.
 */
final class RipgrepProcess implements AutoCloseable {
    /** Nothing in the caller's environment may change an answer. */
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "TMPDIR");

    private static final int MOST_COMPLAINTS = 65_536;

    private final Process process;
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final Thread listener;

    private RipgrepProcess(Process process) {
        this.process = process;
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /** @throws IOException if it cannot be started */
    static RipgrepProcess start(List<String> arguments, Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(arguments).directory(directory.toFile());
        builder.environment().keySet().retainAll(KEPT);
        Process process = builder.start();
        process.getOutputStream().close();
        return new RipgrepProcess(process);
    }

    InputStream output() {
        return process.getInputStream();
    }

    /** Waits for its end; its exit status. */
    int await() throws InterruptedException {
        int status = process.waitFor();
        listener.join();
        return status;
    }

    /** What it wrote on standard error, up to 64 KiB. */
    String complaints() {
        return complaints.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void listen() {
        byte[] buffer = new byte[8192];
        try (InputStream in = process.getErrorStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (complaints.size() < MOST_COMPLAINTS) {
                    complaints.write(buffer, 0, n);
                }
            }
        } catch (IOException gone) {
            // The process is gone; what it said so far is kept.
        }
    }
}
