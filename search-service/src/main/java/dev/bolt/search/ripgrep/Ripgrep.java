package dev.bolt.search.ripgrep;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.lease.Lease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

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
public final class Ripgrep {
    /** Longest event, bytes: a match in a longer line is left out, and the answer says that it is incomplete. */
    private static final int LONGEST_EVENT = 16 << 20;

    /** After so long it is looked again who came first. */
    private static final long TURN_MILLIS = 20;

    /** After so long it is looked whether somebody still waits. */
    private static final long LOOK_MILLIS = 100;

    /** A match in a file of one letter takes more bytes. */
    private static final int SHORTEST_EVENT = 128;

    private final RipgrepBinary binary;
    private final RipgrepProperties properties;
    private final Semaphore places;

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
        return search(root, query, Optional.empty(), deadline);
    }

    /**
     * Runs ripgrep to its end or to the deadline, however much it finds.
     *
     * @param sink is given each file, in no order
     * @return whether it came to its end
     * @throws ProblemException as {@link #search(Path, TextQuery, Deadline)}
     * @throws IOException if it cannot be started or died
     */
    public boolean search(Path root, TextQuery query, Consumer<FileMatches> sink, Deadline deadline)
            throws IOException {
        return search(root, query, Optional.of(sink), deadline).complete();
    }

    private RipgrepOutcome search(Path root, TextQuery query, Optional<Consumer<FileMatches>> sink, Deadline deadline)
            throws IOException {
        List<String> arguments = RipgrepArguments.of(binary, bounded(query, sink.isPresent()), properties.workers());
        ArgumentEncoding.check(arguments);
        try {
            boolean place = awaitTurn(Lease.current(), deadline);
            try {
                return run(arguments, root, query.limit(), sink, deadline);
            } finally {
                if (place) {
                    places.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The search was called off", e);
        }
    }

    /**
     * Waits for a place, unless this is the search that came first: those who have the places may be waiting for its
     * memory.
     *
     * @return whether it has one, which is to be released
     */
    private boolean awaitTurn(Lease lease, Deadline deadline) throws InterruptedException {
        while (true) {
            if (places.tryAcquire(Math.min(TURN_MILLIS, deadline.remaining().toMillis()), TimeUnit.MILLISECONDS)) {
                return true;
            }
            if (deadline.expired()) {
                throw new ProblemException(
                        Problem.DEADLINE_EXCEEDED, "All places for a search were taken until the time ran out");
            }
            if (lease.isFirst()) {
                return false;
            }
        }
    }

    /**
     * The same with a bound on the lines of one file: all of them ripgrep keeps as JSON until the file is done, and a
     * log may have millions. By then the search has ended, at its limit or at the bound on output.
     */
    private TextQuery bounded(TextQuery query, boolean all) {
        long most = all ? Long.MAX_VALUE : properties.outputBytes() / SHORTEST_EVENT;
        if (query.limit() > 0) {
            most = Math.min(most, query.limit());
        }
        boolean given = query.maxCount() != null && query.maxCount() <= most;
        return given || query.multiline() || most >= Integer.MAX_VALUE
                ? query
                : query.but().maxCount((int) Math.max(1, most)).build();
    }

    private RipgrepOutcome run(
            List<String> arguments, Path root, int limit, Optional<Consumer<FileMatches>> sink, Deadline deadline)
            throws IOException, InterruptedException {
        try (RipgrepProcess process = RipgrepProcess.start(arguments, root)) {
            var events = new RipgrepEvents(Lease.current(), sink);
            long most = sink.isPresent() ? Long.MAX_VALUE : properties.outputBytes();
            boolean whole = read(process, events, limit, most, deadline);
            if (whole) {
                OptionalInt status = process.await(deadline.remaining());
                whole = status.isPresent() && RipgrepVerdict.of(status.getAsInt(), process.complaints());
            }
            return events.outcome(whole);
        }
    }

    /** On a thread of its own: what a pipe's other end keeps open would hold back a reader for ever. */
    private boolean read(RipgrepProcess process, RipgrepEvents events, int limit, long mostBytes, Deadline deadline)
            throws IOException, InterruptedException {
        var lines = new OutputLines(process.output(), properties.bufferBytes(), mostBytes, LONGEST_EVENT);
        var reading = new FutureTask<>(() -> lines.forEachWhile(line -> events.accept(line, limit)));
        Thread.ofPlatform().name("ripgrep-reader").daemon().start(reading);
        while (true) {
            try {
                return reading.get(Math.min(LOOK_MILLIS, deadline.remaining().toMillis()), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (deadline.expired()) {
                    return false;
                }
            } catch (ExecutionException e) {
                throw new IOException("ripgrep's output cannot be read", e.getCause());
            }
        }
    }
}
