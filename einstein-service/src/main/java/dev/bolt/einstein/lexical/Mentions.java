package dev.bolt.einstein.lexical;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * How much a workspace depends on a definition, guessed from its words: files that have the name, for each file that
 * defines something so named. {@code QuerySet} is in many and defined in one; {@code __init__} is in as many and
 * defined in all of them. Files of the newest snapshot, deleted ones as long as they are not merged away.
 *
 * @param reader a snapshot, held by the caller
 */
record Mentions(IndexReader reader, Analyzer analyzer) {
    /** Of a qualified name, whose last part counts; 0 if it has no word. */
    int of(String symbol) throws IOException {
        var words = QueryTerms.of(analyzer, name(symbol)).all();
        if (words.isEmpty()) {
            return 0;
        }
        int files = reader.docFreq(new Term(Fields.FILE_BODY, words.getFirst()));
        int defining = reader.docFreq(new Term(Fields.FILE_OUTLINE, words.getFirst()));
        return files / Math.max(1, defining);
    }

    private static String name(String symbol) {
        int begin = symbol.length();
        while (begin > 0 && Character.isJavaIdentifierPart(symbol.charAt(begin - 1))) {
            begin--;
        }
        return symbol.substring(begin);
    }
}
