package dev.bolt.search.index;

import dev.bolt.api.search.FileMatches;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.index.Candidates.Part;
import dev.bolt.search.scan.FileSink;
import dev.bolt.search.scan.FileText;
import dev.bolt.search.scan.MappedLook;
import dev.bolt.search.scan.NeedleLines;
import dev.bolt.search.scan.QueryPlan;
import dev.bolt.search.scan.TextSearch;
import dev.bolt.search.store.BlockWriter;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.store.TextStore;
import dev.bolt.search.text.PathOrder;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One search of parts of a store, and of files beside it, by several threads. Used once. */
final class PartSearch {
    /** Parts that a thread takes at a time. */
    private static final int BATCH = 16;

    /** With fewer parts no other thread is asked to help. */
    private static final int ALONE = 2 * BATCH;

    private final TextStore store;
    private final Path root;
    private final QueryPlan plan;
    private final Optional<MappedLook> look;
    private final Deadline deadline;
    private final Duration most;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean stopped;
    private volatile boolean overflowed;

    /**
     * @param look for what the plan looks for; empty to look through copies alone
     * @param most time that a thread may match
     */
    PartSearch(
            TextStore store, Path root, QueryPlan plan, Optional<MappedLook> look, Deadline deadline, Duration most) {
        this.store = store;
        this.root = root;
        this.plan = plan;
        this.look = look;
        this.deadline = deadline;
        this.most = most;
    }

    /** What to search: a part of the store, or a file where it lies. */
    private record Job(String path, @Nullable Part part) {}

    /**
     * Searches.
     *
     * @param read paths of files to be read where they lie
     * @param sink is given the files in the order of their paths
     * @return whether everything was searched, or as much as the sink wanted
     */
    boolean run(List<Part> parts, List<String> read, FileSink sink, ExecutorService pool, int workers) {
        List<Job> jobs = jobs(parts, read);
        var answers = new Answers(jobs.size(), sink);
        List<Future<?>> helpers = new ArrayList<>();
        for (int i = 1; i < workers && jobs.size() > ALONE; i++) {
            helpers.add(pool.submit(() -> work(jobs, answers)));
        }
        try {
            work(jobs, answers);
        } finally {
            await(helpers);
        }
        answers.finish();
        return !stopped || answers.enough();
    }

    /** Whether a match went too deep for Java's engine. */
    boolean overflowed() {
        return overflowed;
    }

    /** By path; the parts are so already. */
    private static List<Job> jobs(List<Part> parts, List<String> read) {
        List<Job> jobs = new ArrayList<>(parts.size() + read.size());
        parts.forEach(part -> jobs.add(new Job(part.file().path(), part)));
        if (!read.isEmpty()) {
            read.forEach(path -> jobs.add(new Job(path, null)));
            jobs.sort(Comparator.comparing(Job::path, PathOrder::compare));
        }
        return jobs;
    }

    private void work(List<Job> jobs, Answers answers) {
        var worker = new Worker();
        int size = jobs.size();
        try {
            for (int from = next.getAndAdd(BATCH); from < size; from = next.getAndAdd(BATCH)) {
                int to = Math.min(from + BATCH, size);
                for (int job = from; job < to; job++) {
                    deadline.check();
                    if (stopped || answers.enough()) {
                        return;
                    }
                    answers.done(job, worker.search(jobs.get(job)));
                }
                answers.handOn(to);
            }
        } catch (ProblemException late) {
            stopped = true;
        } catch (StackOverflowError tooDeep) {
            overflowed = true;
            stopped = true;
        } catch (RuntimeException | Error failed) {
            stopped = true;
            throw failed;
        }
    }

    /** One thread's way through the parts; its buffer is used again and again. */
    private final class Worker {
        private final TextSearch scan = plan.search(deadline, most);
        private final @Nullable NeedleLines lines =
                plan.wholeFiles() ? null : look.map(MappedLook::lines).orElse(null);
        private byte[] buffer = new byte[BlockWriter.CHUNK_BYTES];

        @Nullable
        FileMatches search(Job job) {
            return job.part() == null ? read(job.path()) : stored(job.part());
        }

        private @Nullable FileMatches stored(Part part) {
            StoredFile file = part.file();
            MemorySegment text = store.mapped(part.firstChunk(), part.chunks());
            int firstLine = store.firstLine(part.firstChunk());
            if (lines != null) {
                return lines.take(text, firstLine)
                        ? scan.search(file.path(), lines.text(file.binaryOffset()), lines::number)
                        : null;
            }
            return look.isPresent() && !look.get().anyIn(text)
                    ? null
                    : scan.search(file.path(), copied(text, file), TextSearch.from(firstLine));
        }

        private FileText copied(MemorySegment text, StoredFile file) {
            int length = Math.toIntExact(text.byteSize());
            if (plan.acrossLines()) {
                return new FileText(text.toArray(ValueLayout.JAVA_BYTE), length, file.binaryOffset());
            }
            if (length > buffer.length) {
                buffer = new byte[length];
            }
            MemorySegment.copy(text, ValueLayout.JAVA_BYTE, 0, buffer, 0, length);
            return new FileText(buffer, length, file.binaryOffset());
        }

        private @Nullable FileMatches read(String path) {
            try {
                return scan.search(path, FileText.read(root.resolve(path)), TextSearch.from(1));
            } catch (IOException gone) {
                return null;
            }
        }
    }

    private void await(List<Future<?>> helpers) {
        for (Future<?> helper : helpers) {
            try {
                helper.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
            }
        }
    }
}
