package dev.bolt.einstein.lexical;

import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.jspecify.annotations.Nullable;

/**
 * Tells how much of a name a question speaks of, word by word, as both are indexed.
 *
 * @param asked the words of the question
 */
public record Naming(Set<String> asked) {
    private static final Analyzer ANALYZER = new IdentifierAnalyzer();

    /** For a question. */
    public static Naming of(String question) {
        return new Naming(Set.copyOf(QueryTerms.of(ANALYZER, question).plain()));
    }

    /**
     * Part of the words of the last name that the question has: 1 for {@code Session.sendAll} and "sends all", half of
     * that for "sends one"; 0 without a name.
     */
    public double share(@Nullable String symbol) {
        if (symbol == null) {
            return 0;
        }
        var words = QueryTerms.of(ANALYZER, symbol.substring(symbol.lastIndexOf('.') + 1))
                .plain();
        long common = words.stream().filter(asked::contains).count();
        return words.isEmpty() ? 0 : (double) common / words.size();
    }
}
