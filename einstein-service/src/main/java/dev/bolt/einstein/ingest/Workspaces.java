package dev.bolt.einstein.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.einstein.lexical.LexicalProperties;
import dev.bolt.einstein.pause.Pauses;
import dev.bolt.einstein.vector.VectorIndexes;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.WorkspaceRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every workspace that was ever asked for: opened, built, filled and dropped here. Safe for all threads. */
public final class Workspaces implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);

    private final Map<WorkspaceId, WorkspaceIndex> indexes = new ConcurrentHashMap<>();
    private final IndexFolders folders;
    private final VectorIndexes vectors;
    private final Engines engines;
    private final Crew crew;
    private final WordBuild words;
    private final FillLoop fill;

    private Workspaces(
            IndexFolders folders, VectorIndexes vectors, Engines engines, Crew crew, WordBuild words, FillLoop fill) {
        this.folders = folders;
        this.vectors = vectors;
        this.engines = engines;
        this.crew = crew;
        this.words = words;
        this.fill = fill;
    }

    /** What ingestion is made of. */
    public record Parts(
            Chunker chunker,
            Engines engines,
            VectorIndexes vectors,
            Activity activity,
            Pauses pauses,
            InstantSource clock) {}

    /**
     * Over this folder; nothing is opened yet.
     *
     * @param data where indexes lie, one folder a workspace
     */
    public static Workspaces over(Path data, Parts parts, IngestProperties properties, LexicalProperties lexical) {
        int processors = Runtime.getRuntime().availableProcessors();
        int readers = properties.threadsFor(processors);
        int embedders = properties.backgroundThreadsFor(processors);
        Crew crew = Crew.of(readers, embedders);
        var words = new WordBuild(parts.chunker(), properties, parts.clock(), crew.readers(), readers);
        var fill = new FillLoop(
                new VectorFill(properties, parts.activity(), crew.embed(), embedders),
                parts.engines(),
                parts.pauses(),
                crew.fill(),
                properties.background());
        return new Workspaces(new IndexFolders(data, lexical), parts.vectors(), parts.engines(), crew, words, fill);
    }

    /** Takes up every workspace where an earlier process left it; returns at once. */
    public void restore() {
        crew.builds().execute(() -> {
            try {
                folders.all().forEach(this::restore);
            } catch (IOException | RuntimeException failure) {
                LOG.warn("Some indexes cannot be taken up: {}", failure.getMessage(), failure);
            }
        });
    }

    private void restore(WorkspaceId id) {
        try {
            opened(id);
        } catch (RuntimeException failure) {
            LOG.warn("The index of {} cannot be taken up: {}", id, failure.getMessage(), failure);
        }
    }

    /** @throws ProblemException WORKSPACE_NOT_FOUND if it was never asked for */
    public WorkspaceIndex get(WorkspaceId id) {
        WorkspaceIndex known = indexes.get(id);
        if (known != null) {
            return known;
        }
        if (!folders.exists(id)) {
            throw unknown(id);
        }
        return opened(id);
    }

    static ProblemException unknown(WorkspaceId id) {
        return new ProblemException(
                Problem.WORKSPACE_NOT_FOUND, "Einstein was never asked to index a workspace '%s'".formatted(id));
    }

    private WorkspaceIndex opened(WorkspaceId id) {
        return indexes.computeIfAbsent(id, any -> {
            var index = new WorkspaceIndex(id, folders.of(id), folders.open(id), vectors.empty());
            takeUp(index);
            return index;
        });
    }

    /** A complete index is ready at once; an incomplete one is built again. */
    private void takeUp(WorkspaceIndex index) {
        Map<String, String> facts = index.lexical().facts();
        String root = facts.get("root");
        try {
            if (WordBuild.complete(facts)) {
                int files = index.lexical().files().size();
                int chunks = index.lexical().ids().size();
                int skipped = Integer.parseInt(facts.getOrDefault("skipped", "0"));
                int failed = Integer.parseInt(facts.getOrDefault("failed", "0"));
                Instant asOf = Instant.parse(facts.getOrDefault("asOf", Instant.EPOCH.toString()));
                index.progress()
                        .takesUp(
                                Path.of(facts.get("root")),
                                progress -> progress.ready(files, skipped, failed, chunks, asOf, "words are ready"));
                fill.begin(index);
            } else if (root != null) {
                build(index, Path.of(root));
            }
        } catch (IOException failure) {
            index.progress().tell(progress -> progress.fails("The index cannot be read: " + failure.getMessage()));
        }
    }

    /**
     * Builds in the background. READY is said again only by a build that began to read after this call.
     *
     * @throws ProblemException WORKSPACE_UNREADABLE if the root is none
     */
    public IndexStatus build(WorkspaceId id, String root) {
        Path path = WorkspaceRoot.open(root).path();
        closeFailed(id);
        WorkspaceIndex index = opened(id);
        build(index, path);
        return index.status();
    }

    /** After a failure, a full disk for one, the words cannot be written any more until they are opened anew. */
    private void closeFailed(WorkspaceId id) {
        indexes.computeIfPresent(id, (same, index) -> {
            if (index.status().state() != IndexState.FAILED) {
                return index;
            }
            try {
                index.close();
            } catch (IOException failure) {
                LOG.debug("The failed index of {} does not close well", id, failure);
            }
            return null;
        });
    }

    private void build(WorkspaceIndex index, Path root) {
        if (index.progress().ask(root)) {
            try {
                crew.builds().execute(() -> buildAll(index));
            } catch (RejectedExecutionException stopping) {
                index.progress().take();
                index.progress().tell(progress -> progress.fails("The service is stopping"));
            }
        }
    }

    private void buildAll(WorkspaceIndex index) {
        for (var root = index.progress().take();
                root.isPresent();
                root = index.progress().take()) {
            buildNow(index, root.get());
        }
    }

    private void buildNow(WorkspaceIndex index, Path root) {
        try {
            index.use(open -> {
                words.run(open, root);
                return true;
            });
            fill.begin(index);
        } catch (RuntimeException failure) {
            if (crew.builds().isShutdown()) {
                LOG.debug("The next process builds the index of {}: {}", index.id(), failure.toString());
            } else if (!index.closed()) {
                LOG.warn("The index of {} cannot be built", index.id(), failure);
                index.progress().tell(root, progress -> progress.fails(Failures.sentence(failure)));
            }
        }
    }

    /** Keeps vectors that a question made, as soon as the database is open; returns at once. */
    public void keep(String model, Map<ChunkId, float[]> vectors) {
        if (!vectors.isEmpty() && !crew.saves().isShutdown()) {
            crew.saves().execute(() -> engines.store().await().ifPresent(store -> store.save(model, vectors)));
        }
    }

    /** What the making of vectors in the background is at: a word for the status. */
    public String filling() {
        return fill.word();
    }

    /** Where it stands. */
    public IndexStatus status(WorkspaceId id) {
        return get(id).status();
    }

    /** Stops what is under way, forgets the workspace and deletes its files; silent if there is none. */
    public void drop(WorkspaceId id) {
        indexes.compute(id, (same, index) -> {
            remove(same, index);
            return null;
        });
        fill.drop(id.value());
    }

    private void remove(WorkspaceId id, @Nullable WorkspaceIndex index) {
        try {
            if (index != null) {
                index.close();
            }
            folders.delete(id);
        } catch (IOException failure) {
            throw new ProblemException(Problem.INTERNAL, "The index of %s cannot be deleted".formatted(id), failure);
        }
    }

    /** Stops everything; what was not committed is done again by the next process. */
    @Override
    public void close() throws IOException {
        indexes.values().forEach(WorkspaceIndex::leave);
        crew.close();
        for (WorkspaceIndex index : indexes.values()) {
            index.keep();
            index.close();
        }
    }
}
