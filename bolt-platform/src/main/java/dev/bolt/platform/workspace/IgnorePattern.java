package dev.bolt.platform.workspace;

import java.util.List;
import java.util.Optional;

/**
 * One line of an ignore file.
 *
 * @param negated begins with {@code !}: keeps what it fits
 * @param directoriesOnly ends with {@code /}
 * @param byName has no slash inside: fits the last name of a path in any depth
 * @param globs one for each alternative of its braces; any may fit
 */
record IgnorePattern(boolean negated, boolean directoriesOnly, boolean byName, List<Glob> globs) {

    /** The pattern of the line; empty for a comment, a blank line and a pattern that is none. */
    static Optional<IgnorePattern> parse(String line) {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        String rest = line.endsWith("\\ ") ? line : line.stripTrailing();
        boolean negated = rest.startsWith("!");
        if (negated) {
            rest = rest.substring(1);
        } else if (rest.startsWith("\\!") || rest.startsWith("\\#")) {
            rest = rest.substring(1);
        }
        boolean anchored = rest.startsWith("/");
        rest = anchored ? rest.substring(1) : rest;
        boolean directoriesOnly = rest.endsWith("/");
        rest = directoriesOnly ? rest.substring(0, rest.length() - 1) : rest;
        if (directoriesOnly && rest.endsWith("\\")) {
            rest = rest.substring(0, rest.length() - 1); // As ripgrep has it; to git the pattern is then none.
        }
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        boolean byName = !anchored && rest.indexOf('/') < 0;
        boolean isNegated = negated;
        return Glob.compile(rest).map(globs -> new IgnorePattern(isNegated, directoriesOnly, byName, globs));
    }

    boolean matches(String path, String name, boolean directory) {
        if (directoriesOnly && !directory) {
            return false;
        }
        String subject = byName ? name : path;
        for (Glob glob : globs) {
            if (glob.matches(subject)) {
                return true;
            }
        }
        return false;
    }
}
