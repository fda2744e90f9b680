package dev.bolt.search.index;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.search.scan.BrokenMatchException;
import dev.bolt.search.scan.CrowdedTextException;
import dev.bolt.search.scan.FileSink;
import dev.bolt.search.scan.MappedLook;
import dev.bolt.search.scan.QueryPlan;
import dev.bolt.search.store.SpoiledException;
import dev.bolt.search.text.PathOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One query's lane of a {@link Sweep}: what is searched, with what, what was found, and what went wrong. Its jobs are
 * parts of the store and files beside it, by path. Safe for many threads.
 */
final class Lane {
    private final QueryPlan plan;
    private final Optional<MappedLook> look;
    private final Duration most;
    private final Candidates parts;
    private final List<String> read;

    /** How many parts come before each file that is read. */
    private final int[] partsBefore;

    private final Answers answers;
    private volatile boolean stopped;
    private volatile boolean overflowed;
    private volatile @Nullable Throwable failure;

    /**
     * @param look for what the plan looks for; empty to look through copies alone
     * @param most time that a thread may match
     * @param read paths of files to be read where they lie
     * @param sink is given the files in the order of their paths
     * @param ahead counts what was found and not given yet, bytes
     */
    Lane(
            QueryPlan plan,
            Optional<MappedLook> look,
            Duration most,
            Candidates parts,
            List<String> read,
            FileSink sink,
            AtomicLong ahead) {
        this.plan = plan;
        this.look = look;
        this.most = most;
        this.parts = parts;
        this.read = read.stream().sorted(PathOrder::compare).toList();
        this.partsBefore = this.read.stream().mapToInt(this::partsBefore).toArray();
        this.answers = new Answers(size(), sink, ahead);
    }

    QueryPlan plan() {
        return plan;
    }

    Optional<MappedLook> look() {
        return look;
    }

    Duration most() {
        return most;
    }

    Candidates parts() {
        return parts;
    }

    Answers answers() {
        return answers;
    }

    /** Jobs. */
    int size() {
        return parts.size() + read.size();
    }

    /** The part that a job is, or, where it is a file to be read, -1 minus that file's number. */
    int part(int job) {
        if (read.isEmpty()) {
            return job;
        }
        int low = 0; // files that are read before this job
        for (int high = read.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (partsBefore[middle] + middle < job) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < read.size() && partsBefore[low] + low == job ? -1 - low : job - low;
    }

    /** A file to be read. */
    String read(int number) {
        return read.get(number);
    }

    /** The chunk that a job begins with, or, where it is a file to be read, that comes next; never falling. */
    int chunk(int job) {
        int part = part(job);
        int next = part < 0 ? partsBefore[-1 - part] : part;
        return next < parts.size() ? parts.firstChunk(next) : Integer.MAX_VALUE;
    }

    /** Whether nothing more is to be searched. */
    boolean over() {
        return stopped || answers.enough();
    }

    /** Ends before all was searched. */
    void stop() {
        stopped = true;
    }

    /** Ends because a match went too deep for Java's engine. */
    void overflow() {
        overflowed = true;
        stopped = true;
    }

    /** Ends with what went wrong. */
    void fail(Throwable cause) {
        failure = cause;
        stopped = true;
    }

    /**
     * Hands on the rest, once nobody works any longer.
     *
     * @return whether all was searched that the sink wanted; empty if another should answer
     */
    Optional<Boolean> end(Deadline deadline) {
        Throwable failed = failure;
        if (failed instanceof SpoiledException
                || failed instanceof BrokenMatchException
                || failed instanceof CrowdedTextException) {
            return Optional.empty();
        }
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
        answers.finish();
        boolean whole = !stopped || answers.enough();
        return whole || (deadline.expired() && !overflowed) ? Optional.of(whole) : Optional.empty();
    }

    private int partsBefore(String path) {
        int low = 0;
        for (int high = parts.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (PathOrder.compare(parts.file(middle).path(), path) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
