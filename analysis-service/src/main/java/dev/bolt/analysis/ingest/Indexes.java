package dev.bolt.analysis.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.WorkspaceRoot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index of each workspace. Builds run in the background on a bounded pool of platform threads. */
public final class Indexes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Indexes.class);
    private static final long PARSER_STACK_BYTES = 2L * 1024 * 1024;

    private final Map<WorkspaceId, WorkspaceIndex> indexes = new ConcurrentHashMap<>();
    private final SavedRoots saved;
    private final FileAnalyzer analyzer;
    private final IngestProperties properties;
    private final InstantSource clock;
    private final ExecutorService builds = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService parsers;

    /** The indexes whose roots are saved in this folder; nothing runs before {@link #restore()} or {@link #build}. */
    public Indexes(Path data, FileAnalyzer analyzer, IngestProperties properties, InstantSource clock) {
        this.saved = new SavedRoots(data);
        this.analyzer = analyzer;
        this.properties = properties;
        this.clock = clock;
        this.parsers = Executors.newFixedThreadPool(
                properties.threads(),
                Thread.ofPlatform()
                        .name("parser-", 0)
                        .daemon()
                        .stackSize(PARSER_STACK_BYTES)
                        .factory());
    }

    /** Begins to build all that was built before the last stop. */
    public void restore() {
        saved.all().forEach(this::start);
    }

    /**
     * Begins to build or to bring up to date; joins a build under way.
     *
     * @throws ProblemException WORKSPACE_UNREADABLE if the root cannot be a workspace
     */
    public IndexStatus build(WorkspaceId id, String root) {
        Path path = WorkspaceRoot.open(root).path();
        saved.save(id, path);
        return start(id, path).status();
    }

    private WorkspaceIndex start(WorkspaceId id, Path root) {
        return indexes.compute(id, (_, known) -> {
            if (known != null && known.root().equals(root)) {
                if (!known.building()) {
                    known.list();
                    builds.execute(() -> known.alone(() -> run(id, known)));
                }
                return known;
            }
            if (known != null) {
                known.drop();
            }
            var whole = ModelPlan.whole(properties.maxFileSize().toBytes());
            var fresh = new WorkspaceIndex(id, root, whole, clock.instant());
            builds.execute(() -> fresh.alone(() -> run(id, fresh)));
            return fresh;
        });
    }

    private IndexBuild build(WorkspaceId id, WorkspaceIndex index) {
        return new IndexBuild(
                index, clock.instant(), saved.folder(id), analyzer, parsers, properties, () -> available(index));
    }

    /** The heap that the models of the other workspaces leave, in bytes. */
    private long available(WorkspaceIndex index) {
        long taken = indexes.values().stream()
                .filter(other -> other != index)
                .mapToLong(other -> other.plan().costBytes())
                .sum();
        return Math.max(0, properties.modelBytes() - taken);
    }

    private void run(WorkspaceId id, WorkspaceIndex index) {
        try {
            build(id, index).run();
        } catch (ProblemException problem) {
            index.fail(problem.detail());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            index.fail("Stopped before it was complete");
        } catch (ExecutionException | RuntimeException defect) {
            if (index.dropped()) {
                return; // the pool went away under it
            }
            log.error("The build of {} failed", id, defect);
            index.fail("An unexpected error ended the build; the log of analysis-service has it");
        }
    }

    /** @throws ProblemException WORKSPACE_NOT_FOUND if it was never asked for */
    public IndexStatus status(WorkspaceId id) {
        return index(id).status();
    }

    /** @throws ProblemException WORKSPACE_NOT_FOUND if it was never asked for */
    public WorkspaceIndex index(WorkspaceId id) {
        WorkspaceIndex index = indexes.get(id);
        if (index == null) {
            throw new ProblemException(Problem.WORKSPACE_NOT_FOUND, "No workspace '%s' was indexed here".formatted(id));
        }
        return index;
    }

    /**
     * The index as the files are now: what changed since the last look is read again first, unless that is so much that
     * it is left to a build in the background, or a build runs; {@link WorkspaceIndex#freshness()} then says so.
     *
     * <p>Looks at length and time of each file, where a watch would be told: a look holds for every file system and
     * ignore file, misses no change, and costs one walk, which all who ask at once share.
     *
     * @throws ProblemException WORKSPACE_NOT_FOUND if it was never asked for
     */
    public WorkspaceIndex current(WorkspaceId id) {
        WorkspaceIndex index = index(id);
        index.look(() -> refresh(id, index));
        return index;
    }

    private void refresh(WorkspaceId id, WorkspaceIndex index) {
        try {
            int behind = build(id, index).refresh();
            index.unreadable(null);
            if (behind > 0) {
                start(id, index.root());
                index.behind(behind);
            }
        } catch (ProblemException problem) {
            index.unreadable(problem.detail());
            log.debug("{} answers from what it was: {}", id, problem.detail());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException defect) {
            log.warn("The files of {} could not be looked at", id, defect);
        }
    }

    /** Stops a build and forgets the index and its files. */
    public void drop(WorkspaceId id) {
        indexes.computeIfPresent(id, (_, known) -> {
            known.drop();
            return null;
        });
        saved.forget(id);
    }

    /** How many there are. */
    public int count() {
        return indexes.size();
    }

    /** Stops all builds. */
    @Override
    public void close() {
        indexes.values().forEach(WorkspaceIndex::drop);
        builds.shutdownNow();
        parsers.shutdownNow();
    }
}
