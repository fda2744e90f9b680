package dev.bolt.einstein.lexical;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Words of code, lower-cased: {@code parseHTTPResponse2} gives {@code parsehttpresponse2}, {@code parse}, {@code http},
 * {@code response}, {@code 2}. An identifier of several parts comes whole, too, and whole it is a keyword, which no
 * stemmer touches. Offsets are UTF-16 units of the identifier a part belongs to.
 */
final class IdentifierTokenizer extends Tokenizer {
    /** UTF-16 units; longer runs are data, not words. */
    private static final int LONGEST = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    private final char[] buffer = new char[8192];
    private int length;
    private int at;
    private int base;

    private final StringBuilder run = new StringBuilder();
    private final Deque<String> parts = new ArrayDeque<>();
    private int runStart;
    private int runEnd;

    @Override
    public boolean incrementToken() throws IOException {
        clearAttributes();
        while (parts.isEmpty()) {
            if (!readRun()) {
                return false;
            }
            boolean compound = IdentifierParts.split(run, parts);
            if (compound) {
                emit(run.toString());
                keyword.setKeyword(true);
                return true;
            }
        }
        emit(parts.removeFirst());
        return true;
    }

    private void emit(String text) {
        term.setEmpty();
        for (int i = 0; i < text.length(); i++) {
            term.append(Character.toLowerCase(text.charAt(i)));
        }
        offset.setOffset(correctOffset(runStart), correctOffset(runEnd));
    }

    /** The next run of letters, digits and underscores that is not too long; false at the end. */
    private boolean readRun() throws IOException {
        while (true) {
            run.setLength(0);
            int c = next();
            while (c >= 0 && !belongs(c)) {
                c = next();
            }
            if (c < 0) {
                return false;
            }
            runStart = base + at - 1;
            int seen = 0;
            while (c >= 0 && belongs(c)) {
                if (++seen <= LONGEST) {
                    run.append((char) c);
                }
                c = next();
            }
            runEnd = runStart + seen;
            if (seen <= LONGEST) {
                return true;
            }
        }
    }

    private static boolean belongs(int c) {
        return c == '_' || Character.isLetterOrDigit((char) c);
    }

    private int next() throws IOException {
        if (at == length) {
            base += length;
            at = 0;
            length = Math.max(0, input.read(buffer, 0, buffer.length));
            if (length == 0) {
                return -1;
            }
        }
        return buffer[at++];
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        length = 0;
        at = 0;
        base = 0;
        parts.clear();
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(correctOffset(base + at), correctOffset(base + at));
    }
}
