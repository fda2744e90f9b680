package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import org.jspecify.annotations.Nullable;

/** Heads of functions on one line. */
final class Signatures {
    private static final int LONGEST = 400;

    private Signatures() {}

    /** From behind the name to the body, or to the end where there is none. */
    static String behind(@Nullable Node name, Node function) {
        Node body = function.child("body");
        if (name == null) {
            return oneLine(body == null ? function.text() : function.textUntil(body));
        }
        return oneLine(body == null ? name.textBehind(function, true) : name.textBehind(body, false));
    }

    static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String bare = line.replaceFirst("(\\s*=>|;)$", "");
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) + "…" : bare;
    }
}
