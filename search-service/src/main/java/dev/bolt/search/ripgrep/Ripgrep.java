package dev.bolt.search.ripgrep;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Searches a directory with one ripgrep process, which walks and searches on several threads of its own.
 *
 * <p>The directory is not split into shards of explicit files, because ripgrep treats a file that is named differently
 * from one that it finds: binary files, symlinks, ignore rules and size bounds would no longer be its own. The process
 * and its children are gone when {@link #search} returns, however it returns. Safe for many threads.
 */
public final class Ripgrep implements AutoCloseable {
    private static final int STDERR_LIMIT = 65_536;

    private final RipgrepBinary binary;
    private final RipgrepProperties properties;
    private final ScheduledExecutorService reaper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ripgrep-reaper").factory());

    public Ripgrep(RipgrepBinary binary, RipgrepProperties properties) {
        this.binary = binary;
        this.properties = properties;
    }

    /** The binary that is run. */
    public RipgrepBinary binary() {
        return binary;
    }

    /**
     * Runs ripgrep until it ends, the limit is reached or the deadline passes.
     *
     * @throws ProblemException BAD_PATTERN or BAD_REQUEST with ripgrep's own words if it refuses the query
     * @throws IOException if it cannot be started or died
     */
    public RipgrepOutcome search(Path root, TextQuery query, Deadline deadline) throws IOException {
        List<String> arguments = RipgrepArguments.of(binary, query, properties.workers());
        ProcessBuilder builder = new ProcessBuilder(arguments).directory(root.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
        Process process = builder.start();
        Future<?> timer = reaper.schedule(
                () -> end(process), Math.max(1, deadline.remaining().toMillis()), TimeUnit.MILLISECONDS);
        try {
            process.getOutputStream().close();
            var complaints = new ByteArrayOutputStream();
            Thread listener = Thread.ofVirtual().start(() -> drain(process.getErrorStream(), complaints));
            var events = new RipgrepEvents();
            boolean whole = read(process.getInputStream(), events, query.limit(), deadline);
            if (!whole) {
                end(process);
            }
            int exit = process.waitFor();
            listener.join();
            boolean late = deadline.expired();
            if (whole && !late) {
                judge(exit, complaints.toString(StandardCharsets.UTF_8), events);
            }
            return new RipgrepOutcome(events.files(), events.matchedLines(), whole && !late);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The search was called off.", e);
        } finally {
            timer.cancel(false);
            end(process);
        }
    }

    @Override
    public void close() {
        reaper.shutdownNow();
    }

    /** Reads to the end; false if the limit or the bound on output came first. */
    private boolean read(InputStream output, RipgrepEvents events, int limit, Deadline deadline) throws IOException {
        var in = new BufferedInputStream(output, 1 << 16);
        var line = new ByteArrayOutputStream(1 << 12);
        long bytes = 0;
        long bound = properties.outputLimitBytes();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                    continue;
                }
                bytes += line.size();
                events.accept(line.toByteArray());
                line.reset();
                if (bytes > bound || (limit > 0 && events.matchedLines() >= limit)) {
                    return false;
                }
            }
        } catch (IOException e) {
            if (!deadline.expired()) {
                throw e;
            }
        }
        return true;
    }

    /** Exit status 0 is found, 1 is not found, 2 is an error, which may be one unreadable file among many. */
    private static void judge(int exit, String complaints, RipgrepEvents events) throws IOException {
        if (exit <= 1 || events.matchedLines() > 0) {
            return;
        }
        String reason = complaints.strip().replaceFirst("^rg: ", "");
        if (reason.contains("regex") || reason.contains("pattern") || reason.contains("the literal")) {
            throw new ProblemException(Problem.BAD_PATTERN, reason).withField("patterns");
        }
        if (reason.contains("file type")) {
            throw new ProblemException(Problem.BAD_REQUEST, reason + " ('rg --type-list' shows all types)")
                    .withField("types");
        }
        if (reason.contains("glob")) {
            throw new ProblemException(Problem.BAD_REQUEST, reason).withField("globs");
        }
        if (exit != 2) {
            throw new IOException("ripgrep ended with status %d: %s".formatted(exit, reason));
        }
    }

    private static void drain(InputStream in, ByteArrayOutputStream kept) {
        byte[] buffer = new byte[8192];
        try (in) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (kept.size() < STDERR_LIMIT) {
                    kept.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // the process is gone; what it said so far is kept
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
