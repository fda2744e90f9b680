package dev.bolt.api.solve;

import java.util.List;

/**
 * A file that answers.
 *
 * @param path relative to the workspace
 * @param score bigger is better; the best of an answer is 1
 * @param reasons why, each a short sentence: "defines Session.send", "named in the question"
 */
public record RankedFile(String path, double score, List<String> reasons) {
    /** Copies the list. */
    public RankedFile {
        reasons = List.copyOf(reasons);
    }
}
