package dev.bolt.orchestrator.model;

import dev.bolt.orchestrator.model.UnifiedDiff.FileDiff;
import dev.bolt.orchestrator.model.UnifiedDiff.Hunk;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WorkspaceRoot;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Holds a diff against the workspace: every file lies in it, through no link and not in {@code .git}, and every hunk
 * fits the text that is there now. Writes nothing.
 */
final class Patch {
    private static final int MOST_CHARACTERS = 200_000;
    private static final long LARGEST = 8L << 20;

    private Patch() {}

    /** @throws IllegalArgumentException that says why it cannot be applied, for people */
    static void check(WorkspaceRoot root, String diff) {
        if (diff.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("it has more than 200,000 characters");
        }
        for (FileDiff file : UnifiedDiff.parse(diff).files()) {
            inside(root, file);
            if (!file.added()) {
                fits(file, text(root, file.path()));
            }
        }
    }

    private static void inside(WorkspaceRoot root, FileDiff file) {
        String path = file.path();
        boolean plain = !path.isEmpty() && path.chars().allMatch(c -> c >= ' ' && c != '\\' && c != ':' && c != '"');
        for (String part : path.split("/", -1)) {
            plain &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
            plain &= !part.toLowerCase(Locale.ROOT).matches("\\.git|git~\\d");
        }
        if (!plain || !reachable(root, path, file.added())) {
            throw new IllegalArgumentException(
                    "'%s' is not a place in the workspace that it may write".formatted(path));
        }
    }

    /**
     * Whether each part of the way there that exists is what it seems, and the end exists or does not, as it should.
     */
    private static boolean reachable(WorkspaceRoot root, String path, boolean added) {
        Path at = root.path();
        for (Path part : Path.of(path)) {
            at = at.resolve(part);
            if (Files.isSymbolicLink(at)) {
                return false;
            }
        }
        return added
                ? Files.notExists(at, LinkOption.NOFOLLOW_LINKS)
                : Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS);
    }

    private static String text(WorkspaceRoot root, String path) {
        try {
            return SourceText.read(root.resolve(path), LARGEST)
                    .orElseThrow(() -> new IllegalArgumentException("'%s' is no text".formatted(path)));
        } catch (ProblemException gone) {
            throw new IllegalArgumentException("there is no '%s'".formatted(path), gone);
        }
    }

    /** Each at its line, or at the only other place after the one before where its old lines stand. */
    private static void fits(FileDiff file, String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int from = 0;
        for (Hunk hunk : file.hunks()) {
            int start = Math.max(0, hunk.start() - 1);
            int size = hunk.before().size();
            boolean there = start >= from
                    && start + size <= lines.size()
                    && lines.subList(start, start + size).equals(hunk.before());
            if (!there) {
                List<String> rest = lines.subList(Math.min(from, lines.size()), lines.size());
                int first = Collections.indexOfSubList(rest, hunk.before());
                if (size == 0 || first < 0 || first != Collections.lastIndexOfSubList(rest, hunk.before())) {
                    throw new IllegalArgumentException("its change at line %d of '%s' does not fit what is there"
                            .formatted(hunk.start(), file.path()));
                }
                start = from + first;
            }
            from = start + size;
        }
    }
}
