package dev.bolt.orchestrator.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/**
 * Opens the repository that holds a workspace, without anybody's git configuration: neither the user's nor the system's
 * is read, and nothing is written anywhere.
 */
final class Repositories {
    static {
        SystemReader.setInstance(new NoConfiguration());
    }

    private Repositories() {}

    /** One with a work tree, for the caller to close; empty if there is none. */
    static Optional<Repository> open(Path workspace) throws IOException {
        var builder = new FileRepositoryBuilder().findGitDir(workspace.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        Repository repository = builder.setMustExist(true).build();
        if (repository.isBare()) {
            repository.close();
            return Optional.empty();
        }
        return Optional.of(repository);
    }

    /** What the paths of a workspace begin with in its repository: empty, or ending with a slash. */
    static String prefix(Repository repository, Path workspace) throws IOException {
        Path root = repository.getWorkTree().toPath().toRealPath();
        String prefix = root.relativize(workspace.toRealPath()).toString().replace('\\', '/');
        return prefix.isEmpty() ? "" : prefix + "/";
    }
}
