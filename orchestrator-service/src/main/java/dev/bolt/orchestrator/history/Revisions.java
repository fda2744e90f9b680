package dev.bolt.orchestrator.history;

import dev.bolt.api.solve.Revision;
import dev.bolt.platform.deadline.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.util.io.AutoLFInputStream;

/**
 * Says at which commit a workspace stands and which of some files are not as in it. Reads only those files, each
 * against its blob, or against what a blob of Git LFS stands for; line ends count for nothing, as git may be told to
 * convert them. No filter is run.
 */
public final class Revisions {
    private static final long LARGEST = 8L << 20;

    private Revisions() {}

    /**
     * The commit and its dirty files.
     *
     * @param files relative to the workspace; taken for clean is one larger than 8 MiB, a symbolic link, and what lies
     *     in a submodule, which has commits of its own; for dirty, one that a filter of git's made, other than LFS
     * @return empty if the workspace is in no repository, or in one without commits, or if the deadline passes first
     * @throws IOException if the repository is broken
     */
    public static Optional<Revision> of(Path workspace, List<String> files, Deadline deadline) throws IOException {
        Optional<Repository> open = Repositories.open(workspace);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try (Repository repository = open.get();
                var walk = new RevWalk(repository)) {
            Ref head = repository.exactRef(Constants.HEAD);
            ObjectId commit = repository.resolve(Constants.HEAD);
            if (head == null || commit == null) {
                return Optional.empty();
            }
            RevTree tree = walk.parseCommit(commit).getTree();
            String prefix = Repositories.prefix(repository, workspace);
            var dirty = new ArrayList<String>();
            for (String file : files) {
                if (deadline.expired()) {
                    return Optional.empty();
                }
                if (!clean(repository, tree, prefix + file, workspace.resolve(file))) {
                    dirty.add(file);
                }
            }
            String branch = head.isSymbolic()
                    ? Repository.shortenRefName(head.getTarget().getName())
                    : null;
            return Optional.of(new Revision(branch, commit.name(), dirty));
        }
    }

    private static boolean clean(Repository repository, RevTree tree, String path, Path file) throws IOException {
        try (TreeWalk entry = TreeWalk.forPath(repository, path, tree)) {
            if (entry == null) {
                return inSubmodule(repository, tree, path);
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Files.isSymbolicLink(file);
            }
            if (Files.size(file) > LARGEST) {
                return true;
            }
            byte[] bytes = Files.readAllBytes(file);
            ObjectId committed = entry.getObjectId(0);
            return committed.equals(blob(bytes))
                    || committed.equals(blob(withoutReturns(bytes)))
                    || pointed(repository, committed, bytes);
        }
    }

    /** Whether a pointer of Git LFS is committed that stands for this content. */
    private static boolean pointed(Repository repository, ObjectId committed, byte[] bytes) throws IOException {
        ObjectLoader blob = repository.open(committed);
        return blob.getSize() <= LfsPointer.LONGEST
                && LfsPointer.of(blob.getBytes())
                        .filter(pointer -> pointer.standsFor(bytes))
                        .isPresent();
    }

    private static boolean inSubmodule(Repository repository, RevTree tree, String path) throws IOException {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            try (TreeWalk folder = TreeWalk.forPath(repository, path.substring(0, slash), tree)) {
                if (folder != null && folder.getFileMode(0) == FileMode.GITLINK) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ObjectId blob(byte[] bytes) throws IOException {
        try (var formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, bytes);
        }
    }

    private static byte[] withoutReturns(byte[] bytes) throws IOException {
        try (var lines =
                AutoLFInputStream.create(new ByteArrayInputStream(bytes), AutoLFInputStream.StreamFlag.DETECT_BINARY)) {
            return lines.readAllBytes();
        }
    }
}
