package dev.bolt.orchestrator.history;

import dev.bolt.platform.deadline.Deadline;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Reads the newest commits of the repository that holds a workspace, each once. Commits of more than {@value #LARGE}
 * files say nothing about what belongs together and count only as changes; merges are passed over. Remembers the
 * {@value #REPOSITORIES} repositories asked for last. Safe for many threads.
 */
public final class GitHistory {
    private static final int LARGE = 30;
    private static final int REPOSITORIES = 4;

    private final Map<File, CommitLog> logs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<File, CommitLog> eldest) {
            return size() > REPOSITORIES;
        }
    };

    /**
     * What the newest commits say of some files.
     *
     * @param files relative to the workspace
     * @param most commits to read; fewer if the deadline passes first
     * @return empty if the workspace is in no repository, or in one without commits
     * @throws IOException if the repository is broken
     */
    public Optional<Past> of(Path workspace, Collection<String> files, int most, Deadline deadline) throws IOException {
        Optional<Repository> open = Repositories.open(workspace);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try (Repository repository = open.get()) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null) {
                return Optional.empty();
            }
            List<Change> changes = log(repository.getDirectory()).newest(repository, head, most, deadline);
            String prefix = Repositories.prefix(repository, workspace);
            var tally = new Tally(files);
            for (Change change : changes) {
                List<String> inside = change.paths().stream()
                        .filter(path -> path.startsWith(prefix))
                        .map(path -> path.substring(prefix.length()))
                        .toList();
                tally.add(change.at(), inside, inside.size() <= LARGE);
            }
            return Optional.of(tally.past(changes.size()));
        }
    }

    private CommitLog log(File gitDir) {
        synchronized (logs) {
            return logs.computeIfAbsent(gitDir, key -> new CommitLog());
        }
    }
}
