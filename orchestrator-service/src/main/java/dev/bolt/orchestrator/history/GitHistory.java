package dev.bolt.orchestrator.history;

import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;
import org.eclipse.jgit.util.io.NullOutputStream;

/**
 * Reads the newest commits of the repository that holds a workspace. Commits of more than {@value #LARGE} files say
 * nothing about what belongs together and count only as changes; merges are passed over. Reads nothing but the
 * repository: neither the user's nor the system's git configuration, and writes nothing anywhere. Safe for many
 * threads.
 */
public final class GitHistory {
    private static final int LARGE = 30;

    static {
        SystemReader.setInstance(new NoConfiguration());
    }

    private GitHistory() {}

    /**
     * What the newest commits say of some files.
     *
     * @param files relative to the workspace
     * @param most commits to read; fewer if the deadline passes first
     * @return empty if the workspace is in no repository, or in one without commits
     * @throws IOException if the repository is broken
     */
    public static Optional<Past> of(Path workspace, Collection<String> files, int most, Deadline deadline)
            throws IOException {
        var builder = new FileRepositoryBuilder().findGitDir(workspace.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        try (Repository repository = builder.setMustExist(true).build();
                var walk = new RevWalk(repository);
                var differ = new DiffFormatter(NullOutputStream.INSTANCE)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null || repository.isBare()) {
                return Optional.empty();
            }
            differ.setRepository(repository);
            walk.markStart(walk.parseCommit(head));
            walk.setRevFilter(RevFilter.NO_MERGES);
            String prefix = prefix(repository.getWorkTree().toPath(), workspace);
            var tally = new Tally(files);
            int read = 0;
            for (RevCommit commit : walk) {
                if (read == most || deadline.expired()) {
                    break;
                }
                read++;
                RevCommit parent = commit.getParentCount() == 0 ? null : walk.parseCommit(commit.getParent(0));
                List<String> changed = differ.scan(parent == null ? null : parent.getTree(), commit.getTree()).stream()
                        .map(GitHistory::path)
                        .filter(path -> path.startsWith(prefix))
                        .map(path -> path.substring(prefix.length()))
                        .toList();
                tally.add(commit.getCommitterIdent().getWhenAsInstant(), changed, changed.size() <= LARGE);
            }
            return Optional.of(tally.past(read));
        }
    }

    private static String path(DiffEntry entry) {
        return entry.getChangeType() == DiffEntry.ChangeType.DELETE ? entry.getOldPath() : entry.getNewPath();
    }

    private static String prefix(Path root, Path workspace) throws IOException {
        Path inside = root.toRealPath().relativize(workspace.toRealPath());
        String prefix = inside.toString().replace('\\', '/');
        return prefix.isEmpty() ? "" : prefix + "/";
    }
}
