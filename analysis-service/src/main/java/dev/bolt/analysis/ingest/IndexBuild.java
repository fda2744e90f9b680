package dev.bolt.analysis.ingest;

import dev.bolt.analysis.ingest.TouchedFiles.Changes;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WalkResult;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceRoot;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final FileAnalyzer analyzer;
    private final ExecutorService parsers;
    private final int workers;
    private final long usualBytes;
    private final LongSupplier availableBytes;
    private final Path folder;
    private final long start = System.nanoTime();
    private final Map<String, AnalyzedFile> analyzed = new ConcurrentHashMap<>();
    private Map<String, AnalyzedFile> known = Map.of();
    private final AtomicInteger unreadable = new AtomicInteger();
    private final AtomicInteger nextPublication = new AtomicInteger(FIRST_PUBLICATION);

    IndexBuild(
            WorkspaceIndex index,
            Path folder,
            FileAnalyzer analyzer,
            ExecutorService parsers,
            IngestProperties properties,
            LongSupplier availableBytes) {
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
    int refresh(Instant began) throws InterruptedException, ExecutionException {
        WorkspaceRoot root = WorkspaceRoot.open(index.root().toString());
        WalkOptions options = options(index.plan().largestBytes());
        Optional<WatchedTree> watch = index.watched(options);
        Optional<Changes> told = watch.flatMap(tree -> tree.look(index.model().files()));
        if (told.isPresent() && take(told.get(), began)) {
            watch.ifPresent(WatchedTree::seen);
            return 0;
        }
        WalkResult walk = WorkspaceWalk.of(root.path(), options).walk();
        List<WorkspaceFile> files = known(walk);
        watch.ifPresent(tree -> tree.walked(paths(files)));
        List<WorkspaceFile> changed = keepUnchanged(files);
        int edited = (int) changed.stream().filter(this::edited).count();
        if (edited > MOST_AT_ONCE) {
            return edited;
        }
        parse(changed, null, began);
        CodeModel model =
                analyzer.model(index.model(), analyzed.values(), Surroundings.walked(root.path(), walk.files()));
        index.refreshed(model, files.size(), leftOut(walk) + unreadable.get(), began);
        watch.ifPresent(WatchedTree::seen);
        return 0;
    }

    /** Takes what a watch told; false, and nothing is taken, if that is too much or one of the files cannot be read. */
    private boolean take(Changes changes, Instant began) throws InterruptedException, ExecutionException {
        if (changes.written().size() > MOST_AT_ONCE) {
            return false;
        }
        known = index.model().files();
        parse(changes.written(), null, began);
        if (unreadable.getAndSet(0) > 0) {
            analyzed.clear();
            return false;
        }
        index.refreshed(analyzer.model(index.model(), analyzed.values(), changes.gone()), began);
        return true;
    }

    private static Set<String> paths(List<WorkspaceFile> files) {
        return files.stream().map(WorkspaceFile::path).collect(Collectors.toSet());
    }

    /** Runs to the end or until the index is dropped. */
    void run(Instant began) throws InterruptedException, ExecutionException {
        index.list();
        WorkspaceRoot root = WorkspaceRoot.open(index.root().toString());
        if (index.model().files().isEmpty()) {
            SavedModel.read(folder, fingerprints().keySet()).ifPresent(saved -> reopen(root.path(), saved));
        }
        Optional<WatchedTree> watch = index.watched(options(index.plan().largestBytes()));
        watch.ifPresent(tree -> tree.look(index.model().files()));
        WalkResult walk = WorkspaceWalk.of(root.path(), options(usualBytes)).walk();
        List<WorkspaceFile> all = known(walk);
        long largest = index.plan().largestBytes();
        ModelPlan plan = ModelPlan.of(all, usualBytes, availableBytes.getAsLong());
        index.plan(plan, plan.told(usualBytes));
        if (plan.largestBytes() != largest) {
            watch = Optional.empty();
        }
        List<WorkspaceFile> files = all.stream().filter(plan::takes).toList();
        watch.ifPresent(tree -> tree.walked(paths(files)));
        Surroundings surroundings = Surroundings.walked(root.path(), walk.files());
        int leftOut = leftOut(walk) + all.size() - files.size();
        List<WorkspaceFile> changed = keepUnchanged(files);
        index.begin(files.size(), files.size() - changed.size(), leftOut);
        boolean first = index.model().files().isEmpty();
        changed.sort(Comparator.comparingLong(WorkspaceFile::sizeBytes).reversed());
        parse(changed, first ? surroundings : null, began);
        if (!index.dropped()) {
            CodeModel model = analyzer.model(index.model(), analyzed.values(), surroundings);
            index.publish(model, began);
            index.finish(leftOut + unreadable.get(), began);
            watch.ifPresent(WatchedTree::seen);
            if (!analyzed.equals(known)) {
                index.saving(model, () -> save(model, surroundings, began));
            }
        }
    }

    private static List<WorkspaceFile> known(WalkResult walk) {
        return walk.files().stream()
                .filter(file -> FileAnalyzer.knows(file.path()))
                .toList();
    }

    private static int leftOut(WalkResult walk) {
        long uncovered = walk.files().stream()
                .filter(file -> FileAnalyzer.uncovered(file.path()))
                .count();
        return walk.skippedLarge() + walk.skippedUnreadable() + (int) uncovered;
    }

    private void save(CodeModel model, Surroundings surroundings, Instant began) {
        SavedModel.write(
                folder,
                fingerprint(index.plan().detail()),
                model.files().values(),
                surroundings.projects(),
                began,
                () -> !index.dropped());
    }

    private Map<String, Detail> fingerprints() {
        return Arrays.stream(Detail.values()).collect(Collectors.toMap(this::fingerprint, detail -> detail));
    }

    /** What was read in another folder is worth nothing here, however alike the files look. */
    private String fingerprint(Detail detail) {
        return analyzer.fingerprint(detail) + " " + index.root();
    }

    /** Under the plan that it was saved under, as far as it is known; the walk tells the rest. */
    private void reopen(Path root, SavedModel saved) {
        Detail detail = Objects.requireNonNull(fingerprints().get(saved.fingerprint()));
        index.plan(new ModelPlan(detail, usualBytes, 0), "");
        index.publish(
                analyzer.model(CodeModel.empty(), saved.files(), Surroundings.known(root, saved.projects())),
                saved.asOf());
    }

    private List<WorkspaceFile> keepUnchanged(Collection<WorkspaceFile> files) {
        known = index.model().files();
        var changed = new ArrayList<WorkspaceFile>();
        for (WorkspaceFile file : files) {
            AnalyzedFile old = known.get(file.path());
            if (old != null && old.looksLike(file)) {
                analyzed.put(file.path(), old);
            } else {
                changed.add(file);
            }
        }
        return changed;
    }

    private boolean edited(WorkspaceFile file) {
        AnalyzedFile old = known.get(file.path());
        return old == null || !old.sameStamp(file);
    }

    private void parse(List<WorkspaceFile> changed, @Nullable Surroundings publishing, Instant began)
            throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        var running = new ArrayList<Future<?>>();
        for (int i = 0; i < Math.min(workers, changed.size()); i++) {
            running.add(parsers.submit(() -> {
                int at;
                while ((at = next.getAndIncrement()) < changed.size() && !index.dropped()) {
                    one(changed.get(at));
                    if (publishing != null) {
                        publishNow(publishing, began);
                    }
                }
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
    }

    private void one(WorkspaceFile file) {
        analyzer.analyze(file, known.get(file.path()), index.plan().detail())
                .ifPresentOrElse(result -> analyzed.put(file.path(), result), unreadable::incrementAndGet);
        index.advance();
    }

    private void publishNow(Surroundings surroundings, Instant began) {
        int threshold = nextPublication.get();
        if (analyzed.size() >= threshold
                && System.nanoTime() - start > SHORT.toNanos()
                && nextPublication.compareAndSet(threshold, threshold * GROWTH)) {
            index.publish(analyzer.model(CodeModel.empty(), List.copyOf(analyzed.values()), surroundings), began);
        }
    }
}
