package dev.bolt.analysis.ingest;

import dev.bolt.analysis.ingest.TouchedFiles.Changes;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceRoot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One build of one workspace: walks, keeps the models of files whose length and time did not change, parses the others
 * on the pool. While there is no older model, what is there after a second is published each time it is four times as
 * much, so the sum of that work is at most a third of the last one.
 */
final class IndexBuild {
    private static final int FIRST_PUBLICATION = 256;

    /** Who waits for less is better served by the whole. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final int GROWTH = 4;
    private static final int MOST_AT_ONCE = 64;

    private final WorkspaceIndex index;
    private final Instant began;
    private final FileAnalyzer analyzer;
    private final ExecutorService parsers;
    private final int workers;
    private final long usualBytes;
    private final LongSupplier availableBytes;
    private final Path folder;
    private final long start = System.nanoTime();
    private final Map<String, AnalyzedFile> analyzed = new ConcurrentHashMap<>();
    private Map<String, AnalyzedFile> known = Map.of();
    private volatile @Nullable Surroundings publishing;
    private final AtomicReference<LeftOut> missing = new AtomicReference<>(LeftOut.NOTHING);
    private final AtomicInteger nextPublication = new AtomicInteger(FIRST_PUBLICATION);

    IndexBuild(
            WorkspaceIndex index,
            Instant began,
            Path folder,
            FileAnalyzer analyzer,
            ExecutorService parsers,
            IngestProperties properties,
            LongSupplier availableBytes) {
        this.began = began;
        this.folder = folder;
        this.index = index;
        this.analyzer = analyzer;
        this.parsers = parsers;
        this.workers = properties.threads();
        this.usualBytes = properties.maxFileSize().toBytes();
        this.availableBytes = availableBytes;
    }

    private static WalkOptions options(long largestBytes) {
        return new WalkOptions(false, false, largestBytes, false);
    }

    /**
     * Looks at the files and reads those that changed, if they are few.
     *
     * @return how many changed, where that is more than {@value #MOST_AT_ONCE} and none was read; else 0
     * @throws dev.bolt.platform.problem.ProblemException if the root went away
     */
    int refresh() throws InterruptedException, ExecutionException {
        WorkspaceRoot root = WorkspaceRoot.open(index.root().toString());
        WalkOptions options = options(index.plan().largestBytes());
        Optional<WatchedTree> watch = index.watched(options);
        Optional<Changes> told = watch.flatMap(tree -> tree.look(index.model().files()));
        if (told.isPresent() && take(told.get())) {
            watch.ifPresent(WatchedTree::seen);
            return 0;
        }
        Listing listing = Listing.of(root, watch, options, _ -> {});
        List<WorkspaceFile> files = listing.files();
        watch.ifPresent(tree -> tree.walked(Listing.paths(files)));
        known = index.model().files();
        List<WorkspaceFile> changed = new ArrayList<>(files);
        changed.removeIf(this::keeps);
        int edited = (int) changed.stream().filter(this::edited).count();
        if (edited > MOST_AT_ONCE) {
            return edited;
        }
        parse(changed);
        var surroundings = Surroundings.walked(root.path(), listing.walk().files());
        CodeModel model = analyzer.model(index.model(), analyzed.values(), surroundings);
        index.refreshed(model, files.size(), listing.leftOut().plus(missing.get()), began);
        watch.ifPresent(WatchedTree::seen);
        return 0;
    }

    /** Takes what a watch told; false, and nothing is taken, if that is too much or one of the files cannot be read. */
    private boolean take(Changes changes) throws InterruptedException, ExecutionException {
        if (changes.written().size() > MOST_AT_ONCE) {
            return false;
        }
        known = index.model().files();
        parse(changes.written());
        if (!missing.getAndSet(LeftOut.NOTHING).equals(LeftOut.NOTHING)) {
            analyzed.clear();
            return false;
        }
        index.refreshed(analyzer.model(index.model(), analyzed.values(), changes.gone()), began);
        return true;
    }

    /**
     * Runs to the end or until the index is dropped. While the files are listed, a saved model is read; where there is
     * none, those that were found are parsed.
     */
    void run() throws InterruptedException, ExecutionException {
        index.list();
        WorkspaceRoot root = WorkspaceRoot.open(index.root().toString());
        boolean saved = index.model().files().isEmpty() && SavedModel.isIn(folder);
        Optional<WatchedTree> watch = index.watched(options(index.plan().largestBytes()));
        watch.ifPresent(tree -> tree.look(index.model().files()));
        if (saved) {
            var listing = new FutureTask<>(() -> Listing.of(root, watch, options(usualBytes), _ -> {}));
            Thread.startVirtualThread(listing);
            SavedModel.read(folder, fingerprints().keySet()).ifPresent(model -> reopen(root.path(), model));
            build(root, watch, listing.get(), null);
            return;
        }
        known = index.model().files();
        long available = availableBytes.getAsLong();
        var cost = new AtomicLong();
        try (Parsing early = parsing(workers)) {
            Listing listing = Listing.of(root, watch, options(usualBytes), file -> {
                if (FileAnalyzer.knows(file.path())
                        && cost.addAndGet(index.plan().detail().cost(file.path(), file.sizeBytes())) <= available) {
                    take(file, early);
                }
            });
            boolean all = cost.get() <= available;
            if (!all) {
                early.cancel();
            }
            build(root, watch, listing, all ? early : null);
        }
    }

    /** @param early parses all that the walk found, as far as the plan before would have it */
    private void build(WorkspaceRoot root, Optional<WatchedTree> watched, Listing listing, @Nullable Parsing early)
            throws InterruptedException, ExecutionException {
        Optional<WatchedTree> watch = watched;
        List<WorkspaceFile> all = listing.files();
        ModelPlan before = index.plan();
        ModelPlan plan = ModelPlan.of(all, usualBytes, availableBytes.getAsLong());
        boolean asPlanned = early != null
                && plan.detail() == before.detail()
                && all.stream().allMatch(plan::takes);
        if (early != null && !asPlanned) {
            early.cancel();
        }
        index.plan(plan, plan.told(usualBytes));
        if (plan.largestBytes() != before.largestBytes()) {
            watch = Optional.empty();
        }
        List<WorkspaceFile> files = all.stream().filter(plan::takes).toList();
        watch.ifPresent(tree -> tree.walked(Listing.paths(files)));
        Surroundings surroundings =
                Surroundings.walked(root.path(), listing.walk().files());
        LeftOut leftOut = listing.leftOut().plus(new LeftOut(all.size() - files.size(), 0));
        if (index.model().files().isEmpty()) {
            publishing = surroundings;
        }
        if (early != null && asPlanned) {
            index.begin(files.size(), leftOut);
            early.finish();
        } else {
            anew(files, leftOut);
        }
        if (!index.dropped()) {
            CodeModel model = analyzer.model(index.model(), analyzed.values(), surroundings);
            index.publish(model, began);
            index.finish(leftOut.plus(missing.get()), began);
            watch.ifPresent(WatchedTree::seen);
            if (!analyzed.equals(known)) {
                index.saving(model, () -> save(model, surroundings));
            }
        }
    }

    /** What was parsed under another plan is forgotten. */
    private void anew(List<WorkspaceFile> files, LeftOut leftOut) throws InterruptedException, ExecutionException {
        analyzed.clear();
        missing.set(LeftOut.NOTHING);
        index.list();
        index.begin(files.size(), leftOut);
        known = index.model().files();
        try (Parsing parsing = parsing(workers)) {
            files.forEach(file -> take(file, parsing));
            parsing.finish();
        }
    }

    private Parsing parsing(int threads) {
        return new Parsing(parsers, threads, this::one, () -> !index.dropped());
    }

    /** To be parsed, unless it is what it was. */
    private void take(WorkspaceFile file, Parsing parsing) {
        if (keeps(file)) {
            index.advance();
        } else {
            parsing.add(file);
        }
    }

    private void save(CodeModel model, Surroundings surroundings) {
        SavedModel.write(
                folder,
                analyzer.fingerprint(index.plan().detail(), index.root()),
                model.files().values(),
                surroundings.projects(),
                began,
                () -> !index.dropped());
    }

    private Map<String, Detail> fingerprints() {
        return Arrays.stream(Detail.values())
                .collect(Collectors.toMap(detail -> analyzer.fingerprint(detail, index.root()), detail -> detail));
    }

    /** Under the plan that it was saved under, as far as it is known; the walk tells the rest. */
    private void reopen(Path root, SavedModel saved) {
        Detail detail = Objects.requireNonNull(fingerprints().get(saved.fingerprint()));
        index.plan(new ModelPlan(detail, usualBytes, 0), "");
        index.publish(
                analyzer.model(CodeModel.empty(), saved.files(), Surroundings.known(root, saved.projects())),
                saved.asOf());
    }

    /** Whether it is what it was, and then it is kept. */
    private boolean keeps(WorkspaceFile file) {
        AnalyzedFile old = known.get(file.path());
        boolean same = old != null && old.looksLike(file);
        if (same) {
            analyzed.put(file.path(), old);
        }
        return same;
    }

    private boolean edited(WorkspaceFile file) {
        AnalyzedFile old = known.get(file.path());
        return old == null || !old.sameStamp(file);
    }

    private void parse(List<WorkspaceFile> changed) throws InterruptedException, ExecutionException {
        if (changed.isEmpty()) {
            return;
        }
        try (var parsing = parsing(Math.min(workers, changed.size()))) {
            changed.forEach(parsing::add);
            parsing.finish();
        }
    }

    private void one(WorkspaceFile file) {
        switch (analyzer.analyze(file, known.get(file.path()), index.plan().detail())) {
            case AnalyzedFile result -> analyzed.put(file.path(), result);
            case Outcome.Missing.BINARY -> missing.getAndUpdate(new LeftOut(1, 0)::plus);
            case Outcome.Missing.FAILED -> missing.getAndUpdate(new LeftOut(0, 1)::plus);
        }
        index.advance();
        Surroundings surroundings = publishing;
        if (surroundings != null) {
            publishNow(surroundings);
        }
    }

    private void publishNow(Surroundings surroundings) {
        int threshold = nextPublication.get();
        if (analyzed.size() >= threshold
                && System.nanoTime() - start > SHORT.toNanos()
                && nextPublication.compareAndSet(threshold, threshold * GROWTH)) {
            index.publish(analyzer.model(CodeModel.empty(), List.copyOf(analyzed.values()), surroundings), began);
        }
    }
}
