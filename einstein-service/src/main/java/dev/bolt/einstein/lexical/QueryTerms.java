package dev.bolt.einstein.lexical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * The distinct words of a question.
 *
 * @param all every word, whole identifiers and their parts, in the order of the question
 * @param plain the parts and simple words alone
 */
record QueryTerms(List<String> all, List<String> plain) {
    /** Distinct words that are asked for; a question of 32,000 characters has more, and its end says little new. */
    private static final int MOST = 512;

    static QueryTerms of(Analyzer analyzer, String text) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> plain = new LinkedHashSet<>();
        try (var tokens = analyzer.tokenStream(Fields.CHUNK, text)) {
            var term = tokens.getAttribute(CharTermAttribute.class);
            var keyword = tokens.getAttribute(KeywordAttribute.class);
            tokens.reset();
            while (all.size() < MOST && tokens.incrementToken()) {
                all.add(term.toString());
                if (!keyword.isKeyword()) {
                    plain.add(term.toString());
                }
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading a string", impossible);
        }
        return new QueryTerms(List.copyOf(all), List.copyOf(plain));
    }

    /** Part of the plain words that some body or path has; 0 if there is no word. */
    double knownShare(IndexReader reader) throws IOException {
        int known = 0;
        for (String word : plain) {
            boolean found = reader.docFreq(new Term(Fields.FILE_BODY, word)) > 0
                    || reader.docFreq(new Term(Fields.FILE_PATH, word)) > 0;
            known += found ? 1 : 0;
        }
        return plain.isEmpty() ? 0 : (double) known / plain.size();
    }
}
