package dev.bolt.einstein.lexical;

import java.util.Collection;

/**
 * Cuts an identifier where a reader would: at underscores, between digits and letters, before a capital that follows a
 * small letter ({@code camel|Case}), and before the last capital of several that a small letter follows
 * ({@code HTTP|Response}).
 */
final class IdentifierParts {
    private IdentifierParts() {}

    /**
     * Adds the parts in order.
     *
     * @return whether there is more than one
     */
    static boolean split(CharSequence identifier, Collection<String> into) {
        int before = into.size();
        int start = 0;
        for (int at = 0; at <= identifier.length(); at++) {
            boolean end = at == identifier.length() || identifier.charAt(at) == '_';
            if (end || at > start && border(identifier, at)) {
                if (at > start) {
                    into.add(identifier.subSequence(start, at).toString());
                }
                start = end ? at + 1 : at;
            }
        }
        return into.size() - before > 1;
    }

    private static boolean border(CharSequence text, int at) {
        char left = text.charAt(at - 1);
        char right = text.charAt(at);
        if (Character.isDigit(left) != Character.isDigit(right)) {
            return true;
        }
        if (!Character.isUpperCase(right)) {
            return false;
        }
        boolean smallFollows = at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
        return !Character.isUpperCase(left) || smallFollows;
    }
}
