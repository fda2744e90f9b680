package dev.bolt.einstein.query;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.einstein.lexical.ChunkHit;
import java.util.Map;

/**
 * A chunk with the score it is answered with.
 *
 * @param hit where it lies
 * @param score bigger is better
 * @param sources what each list said of it
 */
record Ranked(ChunkHit hit, double score, Map<String, Double> sources) {
    static final String LEXICAL = "lexical";
    static final String SEMANTIC = "semantic";

    SourceSpan span() {
        return new SourceSpan(hit.path(), hit.startLine(), hit.endLine());
    }
}
