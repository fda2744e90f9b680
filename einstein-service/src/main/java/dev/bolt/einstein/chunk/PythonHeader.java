package dev.bolt.einstein.chunk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words over a definition: its header on one line and the first line of its docstring. */
final class PythonHeader {
    private static final Pattern DOCSTRING = Pattern.compile("[rRuU]?(\"\"\"|'''|\"|')(.*)");
    /** Lines of a header, and of the blank begin of a docstring, that are looked at. */
    private static final int REACH = 30;

    private static final int LONGEST = 400;

    private PythonHeader() {}

    /** {@code def send(self, request: Request) -> Response:}; empty for a module. */
    static String signature(SourceLines lines, Definition definition) {
        if (definition.kind == ChunkKind.MODULE) {
            return "";
        }
        int last = definition.bodyLine > definition.headLine ? definition.bodyLine - 1 : definition.headLine;
        var header = new StringBuilder();
        for (int number = definition.headLine; number <= Math.min(last, definition.headLine + REACH); number++) {
            String line = lines.line(number).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                header.append(header.isEmpty() ? "" : " ").append(line);
            }
        }
        return cut(header.toString());
    }

    /** The first line that says something; empty if there is no docstring. */
    static String docstring(SourceLines lines, Definition definition) {
        if (definition.bodyLine == 0) {
            return "";
        }
        Matcher matcher = DOCSTRING.matcher(lines.line(definition.bodyLine).strip());
        if (!matcher.matches()) {
            return "";
        }
        String quote = matcher.group(1);
        String first = matcher.group(2);
        int number = definition.bodyLine;
        while (first.isBlank()
                && quote.length() == 3
                && number < Math.min(lines.count(), definition.bodyLine + REACH)) {
            number++;
            first = lines.line(number);
        }
        int end = first.indexOf(quote);
        return cut((end >= 0 ? first.substring(0, end) : first).strip());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
