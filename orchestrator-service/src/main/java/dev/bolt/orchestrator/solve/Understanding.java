package dev.bolt.orchestrator.solve;

import dev.bolt.api.code.SourceSpan;
import java.util.List;

/**
 * What a question names and wants.
 *
 * @param intent {@code debug}, {@code optimize}, {@code refactor}, {@code impact}, {@code feature}, {@code verify} or
 *     {@code explain}
 * @param identifiers names of code, as written: backticked, dotted, CamelCase or snake_case
 * @param quoted strings of eight characters or more in quotes, and error messages
 * @param paths files it names, as written
 * @param frames places in stack traces, innermost first
 * @param words other words that may occur in code, lower case, without stop words
 * @param aboutTests whether it asks for tests, which a mention alone does not
 * @param wantsUsers whether it asks who uses, calls or breaks
 */
public record Understanding(
        String intent,
        List<String> identifiers,
        List<String> quoted,
        List<String> paths,
        List<SourceSpan> frames,
        List<String> words,
        boolean aboutTests,
        boolean wantsUsers) {
    public Understanding {
        identifiers = List.copyOf(identifiers);
        quoted = List.copyOf(quoted);
        paths = List.copyOf(paths);
        frames = List.copyOf(frames);
        words = List.copyOf(words);
    }

    /** How hard it is, for timeouts: 0 for a plain question, one more for each thing it names, at most 10. */
    public double complexity() {
        return Math.min(10, identifiers.size() + quoted.size() + paths.size() + frames.size() / 2.0);
    }
}
