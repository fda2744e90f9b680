package dev.bolt.orchestrator.history;

import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * The newest commits of one repository, merges left out, newest first. A commit never changes, so that what it changed
 * is compared once: the next reader starts where a deadline stopped this one, and one at the same head reads nothing.
 * Holds the commits of one head or two, {@value #PATHS} paths at most. Safe for many threads.
 */
final class CommitLog {
    /** Some 5 MB; what is beyond is compared each time. */
    private static final int PATHS = 50_000;

    private final Map<ObjectId, Change> known = new ConcurrentHashMap<>();
    private volatile @Nullable Newest whole;

    private record Newest(ObjectId head, int most, List<Change> changes) {}

    /** Those at the head; fewer than asked for if there are no more, or if the deadline passes first. */
    List<Change> newest(Repository repository, ObjectId head, int most, Deadline deadline) throws IOException {
        Newest last = whole;
        return last != null && last.head().equals(head) && last.most() == most
                ? last.changes()
                : read(repository, head, most, deadline);
    }

    private List<Change> read(Repository repository, ObjectId head, int most, Deadline deadline) throws IOException {
        var changes = new ArrayList<Change>();
        Set<ObjectId> read = new HashSet<>();
        int paths = 0;
        try (var walk = new RevWalk(repository);
                var differ = new DiffFormatter(NullOutputStream.INSTANCE)) {
            differ.setRepository(repository);
            walk.markStart(walk.parseCommit(head));
            walk.setRevFilter(RevFilter.NO_MERGES);
            for (RevCommit commit : walk) {
                if (changes.size() == most || deadline.expired()) {
                    break;
                }
                Change change = known.get(commit);
                if (change == null) {
                    change = compared(commit, walk, differ);
                }
                changes.add(change);
                paths += change.paths().size();
                if (paths <= PATHS) {
                    known.put(commit.getId().copy(), change);
                    read.add(commit.getId().copy());
                }
            }
        }
        if (!deadline.expired()) {
            known.keySet().retainAll(read);
            whole = paths <= PATHS ? new Newest(head.copy(), most, List.copyOf(changes)) : null;
        } else if (known.size() > 2 * most) {
            known.keySet().retainAll(read);
        }
        return changes;
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
