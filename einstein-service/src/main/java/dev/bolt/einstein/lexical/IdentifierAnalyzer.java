package dev.bolt.einstein.lexical;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;

/** Code and questions about it, cut into the same words: identifier parts, no question words, Porter's stem (1980). */
public final class IdentifierAnalyzer extends Analyzer {
    /** Words of questions, none of them a word of programs. */
    static final CharArraySet STOP_WORDS = CharArraySet.unmodifiableSet(new CharArraySet(
            List.of(
                    "a", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could", "did",
                    "do", "does", "for", "from", "had", "has", "have", "how", "i", "if", "in", "instead", "into", "is",
                    "it", "its", "may", "me", "my", "no", "not", "now", "of", "on", "or", "our", "please", "rather",
                    "s", "should", "so", "some", "such", "t", "than", "that", "the", "their", "them", "then", "there",
                    "these", "they", "this", "those", "to", "was", "we", "were", "what", "when", "where", "whether",
                    "which", "while", "who", "why", "will", "with", "would", "you", "your"),
            true));

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var source = new IdentifierTokenizer();
        return new TokenStreamComponents(source, new PorterStemFilter(new StopFilter(source, STOP_WORDS)));
    }
}
