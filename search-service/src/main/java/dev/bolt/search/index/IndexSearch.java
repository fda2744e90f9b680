package dev.bolt.search.index;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.plan.Needles;
import dev.bolt.search.scan.FileFilter;
import dev.bolt.search.scan.FileSink;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import dev.bolt.search.scan.QueryPlan;
import dev.bolt.search.scan.TextScan;
import dev.bolt.search.store.SpoiledException;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.text.PathOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Searches an index, with what has changed since, for the same lines as ripgrep. Answers nothing, and at once, where it
 * cannot do so exactly, or where ripgrep is likely to be sooner: then it is ripgrep's turn. Safe for many threads.
 */
public final class IndexSearch {
    /** Bytes a second on one core that pass by one needle, by many, and that are matched line by line; rounded down. */
    private static final double NEEDLE_RATE = 4e9;

    private static final double NEEDLES_RATE = 0.5e9;

    private static final double LINE_RATE = 300e6;

    /** A part that is not copied: a file to open, ask and read; seconds, measured. */
    private static final double READ = 15e-6;

    /** ripgrep's cost of a file and of a byte, seconds, on two cores; measured on 78,000 files. */
    private static final double RIPGREP_FILE = 5e-6;

    private static final double RIPGREP_BYTE = 0.25e-9;

    /** The same where it knows no string to look for. */
    private static final double RIPGREP_LINE_BYTE = 1.5e-9;

    /** ripgrep's start, seconds. */
    private static final double RIPGREP_START = 0.01;

    /** What a search may match on a busy machine, however soon ripgrep is. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Jobs of one pass, some 20 bytes each. */
    private static final int MOST_JOBS = 1 << 20;

    private final ExecutorService pool;
    private final int workers;
    private final int batch;
    private final FileTypes types;
    private final MappedLooks looks;
    private final int mostJobs;

    /**
     * @param pool runs the helpers of a search
     * @param workers threads of one search, the caller's counted
     * @param batch parts of the text that one of them takes at a time
     * @param types all that ripgrep knows
     * @param looks whether mapped text is looked through before it is copied
     */
    public IndexSearch(ExecutorService pool, int workers, int batch, FileTypes types, MappedLooks looks) {
        this(pool, workers, batch, types, looks, MOST_JOBS);
    }

    /** @param mostJobs after which queries that are asked together are searched for in another pass */
    IndexSearch(ExecutorService pool, int workers, int batch, FileTypes types, MappedLooks looks, int mostJobs) {
        this.mostJobs = mostJobs;
        this.pool = pool;
        this.workers = workers;
        this.batch = batch;
        this.types = types;
        this.looks = looks;
    }

    /**
     * Who asks, and where what is found goes.
     *
     * @param query what for
     * @param sink is given it; where another is to answer it may have some files already
     * @param from no file before this path is wanted
     */
    public record Ask(TextQuery query, FileSink sink, String from) {
        /** Who wants all files. */
        public Ask(TextQuery query, FileSink sink) {
            this(query, sink, "");
        }

        boolean wants(String path) {
            return from.isEmpty() || PathOrder.compare(path, from) >= 0;
        }
    }

    /**
     * Finds the lines that match, until the deadline or until the sink wants no more.
     *
     * @return whether all was searched that the sink wanted; empty if another should answer
     */
    public Optional<Boolean> search(
            WorkspaceIndex index, Overlay overlay, Path root, TextQuery query, FileSink sink, Deadline deadline) {
        return search(index, overlay, root, List.of(new Ask(query, sink)), deadline)
                .getFirst();
    }

    /**
     * The same for several queries, in their order: in one pass over what they look into, or in a few where that would
     * take much memory, as for many patterns that hardly rule out a file.
     */
    public List<Optional<Boolean>> search(
            WorkspaceIndex index, Overlay overlay, Path root, List<Ask> asks, Deadline deadline) {
        List<Optional<Boolean>> ends = new ArrayList<>();
        List<Optional<Lane>> lanes = new ArrayList<>();
        var ahead = new AtomicLong();
        long jobs = 0;
        for (Ask ask : asks) {
            Optional<Lane> lane = lane(index, overlay, ask, ahead);
            int more = lane.map(Lane::size).orElse(0);
            if (jobs + more > mostJobs) {
                ends.addAll(sweep(index, root, lanes, ahead, deadline));
                lanes.clear();
                jobs = 0;
            }
            lanes.add(lane);
            jobs += more;
        }
        ends.addAll(sweep(index, root, lanes, ahead, deadline));
        return ends;
    }

    private List<Optional<Boolean>> sweep(
            WorkspaceIndex index, Path root, List<Optional<Lane>> lanes, AtomicLong ahead, Deadline deadline) {
        List<Lane> swept = lanes.stream().flatMap(Optional::stream).toList();
        if (!swept.isEmpty()) {
            new Sweep(index.store(), root, swept, batch, ahead, deadline).run(pool, workers);
        }
        return lanes.stream()
                .map(lane -> lane.flatMap(its -> its.end(deadline)))
                .toList();
    }

    /** Empty if another should answer. */
    private Optional<Lane> lane(WorkspaceIndex index, Overlay overlay, Ask ask, AtomicLong ahead) {
        TextQuery query = ask.query();
        if (query.hidden() || query.noIgnore() || query.invertMatch()) {
            return Optional.empty();
        }
        try {
            var filter = new FileFilter(query, types);
            if (filter.bringsBack() && bringsBack(filter, query, overlay)) {
                return Optional.empty();
            }
            QueryPlan plan = QueryPlan.of(query);
            Predicate<StoredFile> current =
                    file -> isCurrent(file, overlay) && ask.wants(file.path()) && filter.keeps(file.path());
            Predicate<StoredFile> late = plan.acrossLines() ? IndexSearch::isBinaryLate : file -> false;
            if (index.store().unpacked().stream().anyMatch(current)) {
                return Optional.empty();
            }
            double ripgrep = ripgrepSeconds(index, plan.needles());
            return Candidates.of(index, plan, current.and(late.negate()))
                    .filter(candidates -> seconds(candidates, plan.needles()) < ripgrep)
                    .map(candidates -> new Lane(
                            plan,
                            looks.of(plan.needles().map(needles -> needles.among(index.grams()::has))),
                            most(ripgrep),
                            candidates,
                            read(index, overlay, filter, current.and(late)).stream()
                                    .filter(ask::wants)
                                    .toList(),
                            ask.sink(),
                            ahead));
        } catch (ProblemException | SpoiledException refused) {
            return Optional.empty();
        }
    }

    /** The files that a query would look into, in any order; empty if that is not known here. */
    public Optional<List<String>> paths(WorkspaceIndex index, Overlay overlay, TextQuery query) {
        var filter = new FileFilter(query, types);
        if (query.hidden() || query.noIgnore() || filter.bringsBack() && bringsBack(filter, query, overlay)) {
            return Optional.empty();
        }
        List<String> paths =
                new ArrayList<>(overlay.read().stream().filter(filter::keeps).toList());
        for (StoredFile file : index.store().files()) {
            if (isCurrent(file, overlay) && filter.keeps(file.path())) {
                paths.add(file.path());
            }
        }
        return Optional.of(paths);
    }

    private static boolean isCurrent(StoredFile file, Overlay overlay) {
        return overlay.stale().isEmpty() || !overlay.stale().contains(file.path());
    }

    /** Files that are read where they lie, the second kind because the store has not all of them. */
    private static List<String> read(
            WorkspaceIndex index, Overlay overlay, FileFilter filter, Predicate<StoredFile> late) {
        List<String> read =
                new ArrayList<>(overlay.read().stream().filter(filter::keeps).toList());
        index.store().binary().stream().filter(late).map(StoredFile::path).forEach(read::add);
        return read;
    }

    private static boolean isBinaryLate(StoredFile file) {
        return file.binaryOffset() != null && file.binaryOffset() >= TextScan.BINARY_HEAD;
    }

    private double seconds(Candidates candidates, Optional<Needles> needles) {
        double rate = needles.map(
                        found -> Math.max(NEEDLE_RATE / found.strings().size(), NEEDLES_RATE))
                .orElse(LINE_RATE);
        return (candidates.bytes() / rate + candidates.reads() * READ) / workers;
    }

    private static double ripgrepSeconds(WorkspaceIndex index, Optional<Needles> needles) {
        return RIPGREP_START
                + index.store().files().size() * RIPGREP_FILE
                + index.store().bytes().all() * (needles.isEmpty() ? RIPGREP_LINE_BYTE : RIPGREP_BYTE);
    }

    /** Who has matched for twice ripgrep's time is on the way to try all ways through a text. */
    private static Duration most(double ripgrepSeconds) {
        return Duration.ofMillis((long) (2_000 * ripgrepSeconds)).plus(PATIENCE);
    }

    /** Whether a file that is not indexed may have to be searched, too. */
    private static boolean bringsBack(FileFilter filter, TextQuery query, Overlay overlay) {
        boolean git = query.globs() != null && query.globs().stream().anyMatch(glob -> glob.contains(".git"));
        return git
                || overlay.unseen() == null
                || filter.asksForFolder(".git")
                || filter.asksByName() && filter.keeps(".git")
                || overlay.unseen().stream().anyMatch(filter::mayBringBack);
    }
}
