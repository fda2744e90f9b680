package dev.bolt.orchestrator.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.util.io.NullOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The newest commits of one repository, merges left out, newest first: as many as there are, up to a number, and up to
 * {@value #PATHS} changed paths in all. So the same head always has the same. A commit never changes, so that what it
 * changed is compared once, and one at the same head reads nothing. Safe for many threads.
 */
final class CommitLog {
    /** Some 5 MB. */
    private static final int PATHS = 50_000;

    private final int most;
    private final Map<ObjectId, Change> known = new ConcurrentHashMap<>();
    private @Nullable Reading last;

    private record Reading(ObjectId head, FutureTask<List<Change>> changes) {}

    /** @param most commits to read */
    CommitLog(int most) {
        this.most = most;
    }

    /**
     * Those at the head, all of them or a failure; whoever asks for the same head waits for the same reading.
     *
     * @param workspace a folder of the repository
     * @param reader does the reading
     */
    synchronized Future<List<Change>> at(Path workspace, ObjectId head, Executor reader) {
        if (last == null || !last.head().equals(head) || last.changes().state() == Future.State.FAILED) {
            last = new Reading(head.copy(), new FutureTask<>(() -> read(workspace, head.copy())));
            reader.execute(last.changes());
        }
        return last.changes();
    }

    private List<Change> read(Path workspace, ObjectId head) throws IOException {
        var changes = new ArrayList<Change>();
        Set<ObjectId> read = new HashSet<>();
        try (Repository repository =
                        Repositories.open(workspace).orElseThrow(() -> new IOException("The repository is gone"));
                var walk = new RevWalk(repository);
                var differ = new DiffFormatter(NullOutputStream.INSTANCE)) {
            differ.setRepository(repository);
            walk.markStart(walk.parseCommit(head));
            walk.setRevFilter(RevFilter.NO_MERGES);
            int paths = 0;
            for (RevCommit commit : walk) {
                if (changes.size() == most) {
                    break;
                }
                Change change = known.get(commit);
                if (change == null) {
                    change = compared(commit, walk, differ);
                }
                paths += change.paths().size();
                if (paths > PATHS) {
                    break;
                }
                changes.add(change);
                known.put(commit.getId().copy(), change);
                read.add(commit.getId().copy());
            }
        }
        known.keySet().retainAll(read);
        return List.copyOf(changes);
    }

    private static Change compared(RevCommit commit, RevWalk walk, DiffFormatter differ) throws IOException {
        RevCommit parent = commit.getParentCount() == 0 ? null : walk.parseCommit(commit.getParent(0));
        List<String> paths = differ.scan(parent == null ? null : parent.getTree(), commit.getTree()).stream()
                .map(CommitLog::path)
                .toList();
        return new Change(commit.getCommitterIdent().getWhenAsInstant(), paths);
    }

    private static String path(DiffEntry entry) {
        return entry.getChangeType() == DiffEntry.ChangeType.DELETE ? entry.getOldPath() : entry.getNewPath();
    }
}
