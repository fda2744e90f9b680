package dev.bolt.search.ripgrep;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;

/**
 * Searches a directory with one ripgrep process, which walks and searches on several threads of its own; so many
 * searches run so many processes side by side, up to a bound, and the rest wait their turn.
 *
 * <p>The directory is not split into shards of explicit files, because ripgrep treats a file that is named differently
 * from one that it finds: binary files, symbolic links and ignore rules would no longer be its own. Nor is it split by
 * folder, because globs and the rules of a parent are relative to the folder that a search begins in.
 *
 * <p>The process and its descendants are gone when {@link #search} returns, however it returns. Safe for many threads.
 */
public final class Ripgrep implements AutoCloseable {
    /** Longest event, bytes: a match in a longer line is left out, and the answer says that it is incomplete. */
    private static final int LONGEST_EVENT = 16 << 20;

    private final RipgrepBinary binary;
    private final RipgrepProperties properties;
    private final Semaphore places;
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("ripgrep-timer").factory());

    public Ripgrep(RipgrepBinary binary, RipgrepProperties properties) {
        this.binary = binary;
        this.properties = properties;
        this.places = new Semaphore(properties.processes(), true);
    }

    /** The binary that is run. */
    public RipgrepBinary binary() {
        return binary;
    }

    /**
     * Runs ripgrep until it ends, the limit is reached or the deadline passes.
     *
     * @throws ProblemException BAD_PATTERN or BAD_REQUEST with ripgrep's own words if it refuses the query;
     *     DEADLINE_EXCEEDED if its turn does not come in time
     * @throws IOException if it cannot be started or died
     */
    public RipgrepOutcome search(Path root, TextQuery query, Deadline deadline) throws IOException {
        List<String> arguments = RipgrepArguments.of(binary, query, properties.workers());
        ArgumentEncoding.check(arguments);
        try {
            if (!places.tryAcquire(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(
                        Problem.DEADLINE_EXCEEDED, "All places for a search were taken until the time ran out");
            }
            try {
                return run(arguments, root, query.limit(), deadline);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The search was called off", e);
        }
    }

    @Override
    public void close() {
        timers.shutdownNow();
    }

    private RipgrepOutcome run(List<String> arguments, Path root, int limit, Deadline deadline)
            throws IOException, InterruptedException {
        try (RipgrepProcess process = RipgrepProcess.start(arguments, root)) {
            Future<?> timer =
                    timers.schedule(process::close, deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
            try {
                var events = new RipgrepEvents();
                boolean whole = read(process, events, limit, deadline);
                if (whole && !deadline.expired()) {
                    int status = process.await();
                    if (!deadline.expired()) {
                        RipgrepVerdict.of(status, process.complaints());
                    }
                }
                return new RipgrepOutcome(events.files(), events.matchedLines(), whole && !deadline.expired());
            } finally {
                timer.cancel(false);
            }
        }
    }

    private boolean read(RipgrepProcess process, RipgrepEvents events, int limit, Deadline deadline)
            throws IOException {
        var lines = new OutputLines(process.output(), properties.outputBytes(), LONGEST_EVENT);
        try {
            return lines.forEachWhile(line -> {
                events.accept(line);
                return limit == 0 || events.matchedLines() < limit;
            });
        } catch (IOException | JacksonException e) {
            if (deadline.expired()) {
                return false;
            }
            throw new IOException("ripgrep's output cannot be read", e);
        }
    }
}
