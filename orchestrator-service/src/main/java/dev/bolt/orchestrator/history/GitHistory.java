package dev.bolt.orchestrator.history;

import dev.bolt.platform.deadline.Deadline;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the newest commits of the repository that holds a workspace, each once and in the background. Says nothing of
 * them before it has read them all, so that what it says depends on the head alone and not on how far it is. Commits of
 * more than {@value #LARGE} files say nothing about what belongs together and count only as changes; merges are passed
 * over. Remembers the {@value #REPOSITORIES} repositories asked for last. Safe for many threads.
 */
public final class GitHistory {
    private static final Logger log = LoggerFactory.getLogger(GitHistory.class);
    private static final int LARGE = 30;
    private static final int REPOSITORIES = 4;

    private final int commits;
    private final Executor reader;
    private final Map<File, CommitLog> logs = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<File, CommitLog> eldest) {
            return size() > REPOSITORIES;
        }
    };

    /** @param commits to read, the newest; fewer if there are no more, or if they change very many files */
    public GitHistory(int commits) {
        this(
                commits,
                Executors.newSingleThreadExecutor(Thread.ofPlatform()
                        .daemon()
                        .name("history")
                        .priority(Thread.MIN_PRIORITY)
                        .factory()));
    }

    /** @param reader does the reading; in one thread, so that a repository does not keep all processors */
    public GitHistory(int commits, Executor reader) {
        this.commits = commits;
        this.reader = reader;
    }

    /** Begins to read what will be asked for; returns at once. */
    public void begin(Path workspace) {
        try {
            of(workspace, List.of(), Deadline.after(Duration.ZERO));
        } catch (IOException | RuntimeException e) {
            log.debug("The history of {} cannot be read", workspace, e); // said to whoever asks for it
        }
    }

    /**
     * What the newest commits say of some files.
     *
     * @param files relative to the workspace
     * @param deadline how long to wait for what is not read yet
     * @return empty if the workspace is in no repository, or in one without commits
     * @throws IOException if the repository is broken
     */
    public Optional<Account> of(Path workspace, Collection<String> files, Deadline deadline) throws IOException {
        Optional<Repository> open = Repositories.open(workspace);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try (Repository repository = open.get()) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null) {
                return Optional.empty();
            }
            var changes = await(commitsOf(repository.getDirectory()).at(workspace, head, reader), deadline);
            return Optional.of(
                    changes.isEmpty()
                            ? new Account.BeingRead()
                            : past(changes.get(), Repositories.prefix(repository, workspace), files));
        }
    }

    private static Past past(List<Change> changes, String prefix, Collection<String> files) {
        var tally = new Tally(files);
        for (Change change : changes) {
            List<String> inside = change.paths().stream()
                    .filter(path -> path.startsWith(prefix))
                    .map(path -> path.substring(prefix.length()))
                    .toList();
            tally.add(change.at(), inside, inside.size() <= LARGE);
        }
        return tally.past(changes.size());
    }

    private static Optional<List<Change>> await(Future<List<Change>> reading, Deadline deadline) throws IOException {
        try {
            return Optional.of(reading.get(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException broken ? broken : new IOException(failure.getCause());
        }
    }

    private CommitLog commitsOf(File gitDir) {
        synchronized (logs) {
            return logs.computeIfAbsent(gitDir, key -> new CommitLog(commits));
        }
    }
}
