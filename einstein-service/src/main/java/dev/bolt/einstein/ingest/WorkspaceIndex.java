package dev.bolt.einstein.ingest;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.Freshness;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.einstein.lexical.LexicalIndex;
import dev.bolt.einstein.vector.Saved;
import dev.bolt.einstein.vector.VectorIndex;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words and vectors of one workspace. Whoever uses them does so inside {@link #use}; closing waits for all of them and
 * turns away those who come later.
 */
public final class WorkspaceIndex {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceIndex.class);

    private final WorkspaceId id;
    private final Path folder;
    private final LexicalIndex lexical;
    private final VectorIndex vectors;
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private final BuildProgress progress = new BuildProgress();
    private final AtomicBoolean filling = new AtomicBoolean();
    private volatile @Nullable Saved learnt;
    private volatile boolean closed;

    /** What is done with an open index. */
    @FunctionalInterface
    public interface Use<T> {
        /** Does it. */
        T with(WorkspaceIndex index) throws IOException;
    }

    WorkspaceIndex(WorkspaceId id, Path folder, LexicalIndex lexical, VectorIndex vectors) {
        this.id = id;
        this.folder = folder;
        this.lexical = lexical;
        this.vectors = vectors;
    }

    /**
     * Does something while the index is open.
     *
     * @throws ProblemException WORKSPACE_NOT_FOUND if it was dropped, INTERNAL if its files cannot be read
     */
    public <T> T use(Use<T> use) {
        open.readLock().lock();
        try {
            if (closed) {
                throw Workspaces.unknown(id);
            }
            return use.with(this);
        } catch (IOException failure) {
            throw new ProblemException(Problem.INTERNAL, "The index of %s cannot be read".formatted(id), failure);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Its workspace. */
    public WorkspaceId id() {
        return id;
    }

    /** Its words. */
    public LexicalIndex lexical() {
        return lexical;
    }

    /** Its vectors. */
    public VectorIndex vectors() {
        return vectors;
    }

    /** Part of the chunks that have a vector, 0 to 1. */
    public double embeddedShare() {
        int chunks = progress.now().chunks();
        return chunks == 0 ? 0 : Math.min(1, (double) vectors.size() / chunks);
    }

    /**
     * Makes all that was read so far visible, if a build is under way.
     *
     * @return how current an answer is that is looked up afterwards
     */
    public Freshness refreshed() throws IOException {
        Freshness freshness = progress.freshness();
        if (progress.now().state() == IndexState.BUILDING) {
            lexical.refresh();
        }
        return freshness;
    }

    IndexStatus status() {
        Progress now = progress.now();
        return new IndexStatus(
                "einstein",
                id,
                now.state(),
                now.filesDone(),
                now.filesTotal(),
                now.filesSkipped(),
                now.filesFailed(),
                embeddedShare(),
                now.asOf(),
                now.message());
    }

    BuildProgress progress() {
        return progress;
    }

    Path folder() {
        return folder;
    }

    /** Where what is learnt of these vectors is kept; from now on {@link #keep} keeps it there. */
    Saved learnt(String model) {
        var saved = new Saved(folder.resolve("vectors.learnt"), model);
        learnt = saved;
        return saved;
    }

    /** Keeps what was learnt of the vectors; a failure costs the next process the learning, and nothing else. */
    void keep() {
        Saved known = learnt;
        try {
            if (known != null) {
                vectors.save(known);
            }
        } catch (IOException failure) {
            LOG.warn("What was learnt of the vectors of {} cannot be kept: {}", id, failure.getMessage());
        }
    }

    AtomicBoolean filling() {
        return filling;
    }

    boolean closed() {
        return closed;
    }

    /** Lets what works on it end after the piece that it is at; the index itself stays open until it is closed. */
    void leave() {
        closed = true;
    }

    void close() throws IOException {
        leave();
        open.writeLock().lock();
        try {
            vectors.close();
            lexical.close();
        } finally {
            open.writeLock().unlock();
        }
    }
}
