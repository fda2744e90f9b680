package dev.bolt.orchestrator.evidence;

import dev.bolt.api.solve.Evidence;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WorkspaceRoot;
import java.util.List;
import java.util.Optional;

/** Fills in the lines of evidence from the workspace itself; contents never travel between services. */
public final class Snippets {
    private static final int LINES = 12;
    private static final int COLUMNS = 200;
    private static final long LARGEST = 8L << 20;

    private Snippets() {}

    /** The same evidence with its first lines; a file that is gone or unreadable gives an empty snippet. */
    public static List<Evidence> fill(WorkspaceRoot root, List<Evidence> evidence) {
        return evidence.stream().map(one -> fill(root, one)).toList();
    }

    private static Evidence fill(WorkspaceRoot root, Evidence evidence) {
        return new Evidence(
                evidence.path(),
                evidence.startLine(),
                evidence.endLine(),
                evidence.symbol(),
                evidence.score(),
                evidence.sources(),
                read(root, evidence).orElse(""));
    }

    private static Optional<String> read(WorkspaceRoot root, Evidence evidence) {
        try {
            return SourceText.read(root.resolve(evidence.path()), LARGEST)
                    .map(text -> lines(text, evidence.startLine(), evidence.endLine()));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static String lines(String text, int startLine, int endLine) {
        List<String> shown = text.lines()
                .skip(startLine - 1L)
                .limit(Math.min(LINES, endLine - startLine + 1L))
                .map(line -> line.length() <= COLUMNS ? line : line.substring(0, COLUMNS) + "…")
                .toList();
        return String.join("\n", shown);
    }
}
