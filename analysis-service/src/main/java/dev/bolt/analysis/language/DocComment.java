package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.SourceTree.Node;
import org.jspecify.annotations.Nullable;

/** The newest block of comment lines that has gone by; attributes between it and a definition belong to it. */
final class DocComment {
    private int lastLine = -1;
    private int commentLine = -1;
    private int codeLine = -1;
    private int after;
    private @Nullable Node first;

    void visit(Node node) {
        if (node.at() < after) {
            return;
        }
        if (node.is("comment", "line_comment", "block_comment")) {
            if (first == null || node.line() > lastLine + 1 || codeLine >= commentLine) {
                first = node;
            }
            commentLine = node.lastLine();
            lastLine = commentLine;
            after = node.after();
        } else if (node.is("attribute_item") && node.line() == lastLine + 1) {
            lastLine = node.lastLine();
        }
        if (node.at() >= after && node.first() == null) {
            codeLine = node.lastLine();
        }
    }

    /** The first line with text of the comment that ends above this line, alone on its lines; null if there is none. */
    @Nullable
    String above(int line) {
        if (first == null || lastLine != line - 1 || codeLine == commentLine) {
            return null;
        }
        return first.text()
                .lines()
                .map(DocComment::bare)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String bare(String line) {
        return line.strip()
                .replaceFirst("^(/\\*+!?|//[/!]*|\\*+/|\\*)", "")
                .replaceFirst("\\*+/$", "")
                .strip();
    }
}
