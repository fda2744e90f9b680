package dev.bolt.analysis.change;

import dev.bolt.api.analysis.ChangeKind;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.patch.HunkHeader;
import org.eclipse.jgit.patch.Patch;
import org.eclipse.jgit.util.QuotedString;
import org.eclipse.jgit.util.RawParseUtils;

/**
 * A unified diff.
 *
 * @param files in its order
 */
public record Diff(List<FileDiff> files) {
    private static final String GIT = "diff --git ";

    /** Copies the list. */
    public Diff {
        files = List.copyOf(files);
    }

    /**
     * Of one file.
     *
     * @param oldPath as it was called before; {@value #NOWHERE} if it was not there
     * @param newPath as it is called after; {@value #NOWHERE} if it is gone
     * @param kind what is done with it
     * @param hunks in order; none if only its name or mode changes, or if it is binary
     */
    public record FileDiff(String oldPath, String newPath, ChangeKind kind, List<Hunk> hunks) {
        static final String NOWHERE = "/dev/null";
    }

    /**
     * A stretch of lines.
     *
     * @param oldStart 1-based line at which it begins before
     * @param newStart and after
     * @param lines each with its first character: a space, {@code +}, {@code -} or {@code \}
     */
    public record Hunk(int oldStart, int newStart, List<String> lines) {}

    /** @throws ProblemException BAD_REQUEST for what is no unified diff */
    public static Diff parse(String text) {
        var patch = new Patch();
        try {
            patch.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!patch.getErrors().isEmpty()) {
            throw refused(patch.getErrors().getFirst().toString());
        }
        if (patch.getFiles().isEmpty()) {
            throw refused("there is no file in it");
        }
        return new Diff(patch.getFiles().stream().map(Diff::file).toList());
    }

    private static FileDiff file(FileHeader header) {
        ChangeKind kind = switch (header.getChangeType()) {
            case ADD -> ChangeKind.ADDED;
            case MODIFY -> ChangeKind.MODIFIED;
            case DELETE -> ChangeKind.DELETED;
            case RENAME, COPY -> ChangeKind.MOVED;
        };
        List<Hunk> hunks = header.getHunks().stream().map(Diff::hunk).toList();
        String bare = kind == ChangeKind.MOVED ? "" : bare(header);
        return bare.isEmpty()
                ? new FileDiff(header.getOldPath(), header.getNewPath(), kind, hunks)
                : new FileDiff(
                        kind == ChangeKind.ADDED ? FileDiff.NOWHERE : bare,
                        kind == ChangeKind.DELETED ? FileDiff.NOWHERE : bare,
                        kind,
                        hunks);
    }

    /**
     * The path of a file that is named twice alike, as {@code diff.noprefix} has it; empty if a prefix stands before
     * it. JGit takes the first folder for a prefix always.
     */
    private static String bare(FileHeader header) {
        byte[] buffer = header.getBuffer();
        int start = header.getStartOffset();
        int end = RawParseUtils.nextLF(buffer, start) - 1;
        String line = new String(buffer, start, Math.max(0, end - start), StandardCharsets.UTF_8);
        if (!line.startsWith(GIT)) {
            return "";
        }
        String both = line.substring(GIT.length());
        int middle = both.length() / 2;
        String first = both.substring(0, middle);
        return both.equals(first + " " + first) ? QuotedString.GIT_PATH.dequote(first) : "";
    }

    private static Hunk hunk(HunkHeader header) {
        byte[] bytes = Arrays.copyOfRange(header.getBuffer(), header.getStartOffset(), header.getEndOffset());
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        return new Hunk(header.getOldImage().getStartLine(), header.getNewStartLine(), lines.subList(1, lines.size()));
    }

    private static ProblemException refused(String why) {
        return new ProblemException(Problem.BAD_REQUEST, "'diff' is no unified diff as git prints it: " + why)
                .withField("diff");
    }
}
