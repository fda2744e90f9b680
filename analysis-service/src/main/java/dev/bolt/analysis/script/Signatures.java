package dev.bolt.analysis.script;

/** Heads of functions on one line. */
final class Signatures {
    private static final int LONGEST = 400;
    private static final String FUNCTION = "function";
    private static final String ASYNC = "async";

    private final Names names;

    Signatures(Names names) {
        this.names = names;
    }

    /** What stands between two places, without an arrow or a semicolon at its end. */
    String between(int start, int end) {
        String line = oneLine(names.decoded(start, end));
        String bare = line;
        if (line.endsWith("=>")) {
            bare = line.substring(0, line.length() - 2).stripTrailing();
        } else if (line.endsWith(";")) {
            bare = line.substring(0, line.length() - 1);
        }
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) + "…" : bare;
    }

    /** The same of a function that is a value, without its own word and name. */
    String ofValue(int start, int end) {
        String whole = between(start, end);
        boolean async = whole.startsWith(ASYNC) && !isWordAt(whole, ASYNC.length());
        int at = async ? behindSpace(whole, ASYNC.length()) : 0;
        if (!whole.startsWith(FUNCTION, at) || isWordAt(whole, at + FUNCTION.length())) {
            return whole;
        }
        at = behindSpace(whole, at + FUNCTION.length());
        at = at < whole.length() && whole.charAt(at) == '*' ? behindSpace(whole, at + 1) : at;
        while (isWordAt(whole, at)) {
            at++;
        }
        return (async ? ASYNC + " " : "") + whole.substring(behindSpace(whole, at));
    }

    private static boolean isWordAt(String text, int at) {
        return at < text.length() && Character.isJavaIdentifierPart(text.charAt(at));
    }

    private static int behindSpace(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    private static String oneLine(String text) {
        String bare = text.strip();
        var line = new StringBuilder(bare.length());
        boolean space = false;
        for (int i = 0; i < bare.length(); i++) {
            char each = bare.charAt(i);
            boolean blank = each == ' ' || each >= '\t' && each <= '\r';
            if (!blank) {
                line.append(each);
            } else if (!space) {
                line.append(' ');
            }
            space = blank;
        }
        return line.toString();
    }
}
