package dev.bolt.analysis.change;

import dev.bolt.analysis.change.Diff.FileDiff;
import dev.bolt.analysis.change.Diff.Hunk;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of a file, as it is now, a diff changes.
 *
 * @param lines 1-based numbers of lines that are new, or are to go or to be replaced
 * @param gaps numbers of lines before which others went, or are to come
 */
public record ChangedLines(BitSet lines, BitSet gaps) {

    /**
     * Empty if the file is neither as the diff leaves it nor as it found it.
     *
     * @param text the file's lines
     */
    public static Optional<ChangedLines> of(FileDiff diff, List<String> text) {
        return side(diff, text, true).or(() -> side(diff, text, false));
    }

    private static Optional<ChangedLines> side(FileDiff diff, List<String> text, boolean applied) {
        var changed = new ChangedLines(new BitSet(), new BitSet());
        for (Hunk hunk : diff.hunks()) {
            if (!changed.add(hunk, text, applied)) {
                return Optional.empty();
            }
        }
        return Optional.of(changed);
    }

    private boolean add(Hunk hunk, List<String> text, boolean applied) {
        int at = Math.max(1, applied ? hunk.newStart() : hunk.oldStart());
        char there = applied ? '+' : '-';
        for (String line : hunk.lines()) {
            char sign = line.isEmpty() ? ' ' : line.charAt(0);
            if (sign == ' ' || sign == there) {
                String expected = line.isEmpty() ? "" : line.substring(1);
                if (at > text.size() || !text.get(at - 1).equals(expected)) {
                    return false;
                }
                lines.set(at, lines.get(at) || sign == there);
                at++;
            } else if (sign == '+' || sign == '-') {
                gaps.set(at);
            }
        }
        return true;
    }
}
