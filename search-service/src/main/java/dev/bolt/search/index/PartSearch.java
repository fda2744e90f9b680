package dev.bolt.search.index;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.index.Candidates.Part;
import dev.bolt.search.plan.Needles;
import dev.bolt.search.regex.LinePattern;
import dev.bolt.search.scan.FileScan;
import dev.bolt.search.scan.FileText;
import dev.bolt.search.store.BlockWriter;
import dev.bolt.search.store.TextStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** One search of parts of a store, and of files beside it, by several threads. Used once. */
final class PartSearch {
    /** Parts that a thread takes at a time. */
    private static final int BATCH = 16;

    /** With fewer parts no other thread is asked to help. */
    private static final int ALONE = 2 * BATCH;

    private final TextStore store;
    private final Path root;
    private final TextQuery query;
    private final LinePattern pattern;
    private final Optional<Needles> needles;
    private final Deadline deadline;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong matched = new AtomicLong();
    private final List<FileMatches> found = new ArrayList<>();
    private volatile boolean stopped;
    private volatile boolean overflowed;

    PartSearch(
            TextStore store,
            Path root,
            TextQuery query,
            LinePattern pattern,
            Optional<Needles> needles,
            Deadline deadline) {
        this.store = store;
        this.root = root;
        this.query = query;
        this.pattern = pattern;
        this.needles = needles;
        this.deadline = deadline;
    }

    /**
     * Searches.
     *
     * @param read paths of files to be read where they lie
     * @return whether everything was searched
     */
    boolean run(List<Part> parts, List<String> read, ExecutorService pool, int workers) {
        int jobs = parts.size() + read.size();
        var answers = new AtomicReferenceArray<FileMatches>(jobs);
        List<Future<?>> helpers = new ArrayList<>();
        for (int i = 1; i < workers && jobs > ALONE; i++) {
            helpers.add(pool.submit(() -> work(parts, read, answers)));
        }
        work(parts, read, answers);
        await(helpers);
        for (int i = 0; i < jobs; i++) {
            FileMatches answer = answers.get(i);
            if (answer != null) {
                add(answer);
            }
        }
        return !stopped;
    }

    /** By path, but for files that were read where they lie, which come last. */
    List<FileMatches> found() {
        return found;
    }

    long matchedLines() {
        return matched.get();
    }

    /** Whether a match went too deep for Java's engine. */
    boolean overflowed() {
        return overflowed;
    }

    private void add(FileMatches answer) {
        if (!found.isEmpty() && found.getLast().path().equals(answer.path())) {
            var lines = new ArrayList<MatchedLine>(found.removeLast().lines());
            lines.addAll(answer.lines());
            found.add(new FileMatches(answer.path(), lines, answer.binaryOffset()));
        } else {
            found.add(answer);
        }
    }

    private void work(List<Part> parts, List<String> read, AtomicReferenceArray<FileMatches> answers) {
        var worker = new Worker();
        try {
            for (int from = next.getAndAdd(BATCH); from < answers.length(); from = next.getAndAdd(BATCH)) {
                for (int job = from; job < Math.min(from + BATCH, answers.length()); job++) {
                    deadline.check();
                    if (stopped) {
                        return;
                    }
                    FileMatches answer = job < parts.size()
                            ? worker.stored(parts.get(job))
                            : worker.read(read.get(job - parts.size()));
                    if (answer != null) {
                        answers.set(job, answer);
                        long lines = matched.addAndGet(IndexSearch.matches(answer));
                        stopped |= query.limit() > 0 && lines >= query.limit();
                    }
                }
            }
        } catch (ProblemException late) {
            stopped = true;
        } catch (StackOverflowError tooDeep) {
            overflowed = true;
            stopped = true;
        }
    }

    /** One thread's way through the parts; its buffer is used again and again. */
    private final class Worker {
        private final FileScan scan = new FileScan(query, pattern, needles, deadline);
        private byte[] buffer = new byte[BlockWriter.CHUNK_BYTES];

        @Nullable
        FileMatches stored(Part part) {
            int length = store.length(part.firstChunk(), part.chunks());
            if (length > buffer.length) {
                buffer = new byte[length];
            }
            store.copy(part.firstChunk(), buffer, length);
            List<MatchedLine> lines =
                    scan.search(new FileText(buffer, length, null), store.firstLine(part.firstChunk()), 0);
            return lines.isEmpty()
                    ? null
                    : new FileMatches(part.file().path(), lines, part.file().binaryOffset());
        }

        @Nullable
        FileMatches read(String path) {
            try {
                FileText text = FileText.read(root.resolve(path));
                List<MatchedLine> lines = scan.search(text, 1, 0);
                return lines.isEmpty() ? null : new FileMatches(path, lines, text.binaryOffset());
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
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                stopped = true;
                Thread.currentThread().interrupt();
            }
        }
    }
}
