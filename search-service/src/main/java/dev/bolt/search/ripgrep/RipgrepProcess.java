package dev.bolt.search.ripgrep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A running ripgrep, which is ended when a thread of it dies. Once closed, it and its descendants are gone, whatever it
 * was doing; closing twice is closing once. (A descendant whose parent is gone before is nobody's any more; ripgrep, as
 * it is asked here, starts none.)
 */
final class RipgrepProcess implements AutoCloseable {
    /** Nothing in the caller's environment may change an answer. */
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "TMPDIR");

    private static final int MOST_COMPLAINTS = 65_536;

    /** How Rust begins to say that a thread died. The threads of ripgrep 15 then wait for that one for ever. */
    private static final Pattern PANIC =
            Pattern.compile("^thread '.*' (?:\\(\\d+\\) )?panicked at ", Pattern.MULTILINE);

    /** Once it has ended, its words are there; only another process that holds the pipe keeps them from ending. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

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

    /** Waits for its end; its exit status, or nothing if it has not ended by then. */
    OptionalInt await(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return OptionalInt.empty();
        }
        listener.join(LAST_WORDS);
        return OptionalInt.of(process.exitValue());
    }

    /** What it wrote on standard error, up to 64 KiB. */
    synchronized String complaints() {
        return complaints.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (process.isAlive() && mayHaveChildren()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly); // looks at every process of the machine
        }
        process.destroyForcibly();
    }

    /** Whether Linux tells of a child of one of its threads (proc(5)), or does not tell. */
    private boolean mayHaveChildren() {
        Path tasks = Path.of("/proc", Long.toString(process.pid()), "task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                if (!Files.readString(thread.resolve("children")).isBlank()) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException untold) {
            return true;
        }
    }

    private void listen() {
        byte[] buffer = new byte[8192];
        try (InputStream in = process.getErrorStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (complain(buffer, n) && PANIC.matcher(complaints()).find()) {
                    process.toHandle().destroyForcibly(); // which leaves its output to be read to the end
                }
            }
        } catch (IOException gone) {
            // The process is gone; what it said so far is kept.
        }
    }

    /** Whether there was room for it. */
    private synchronized boolean complain(byte[] words, int length) {
        boolean room = complaints.size() < MOST_COMPLAINTS;
        if (room) {
            complaints.write(words, 0, length);
        }
        return room;
    }
}
