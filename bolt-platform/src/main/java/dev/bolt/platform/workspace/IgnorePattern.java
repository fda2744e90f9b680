package dev.bolt.platform.workspace;

import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * One line of an ignore file, or the value of ripgrep's {@code -g}, which is read as such a line and means the opposite
 * (ignore 0.4, {@code gitignore.rs} and {@code overrides.rs}).
 *
 * @param negated begins with {@code !}
 * @param directoriesOnly ends with {@code /}
 * @param byName has no slash inside: fits the last name of a path in any depth
 * @param glob what must fit
 */
public record IgnorePattern(boolean negated, boolean directoriesOnly, boolean byName, Glob glob) {
    private static final String ANY_DEPTH = "**/";

    /** The pattern of the line; empty for a comment, a blank line and a pattern that is none. */
    static Optional<IgnorePattern> parse(String line) {
        try {
            return parse(line, true);
        } catch (PatternSyntaxException noGlob) {
            return Optional.empty();
        }
    }

    /**
     * The pattern of a {@code -g}; empty for a comment and a blank, which say nothing.
     *
     * @throws PatternSyntaxException with ripgrep's words if it is no glob
     */
    public static Optional<IgnorePattern> ofOption(String value) {
        return parse(value, false);
    }

    private static Optional<IgnorePattern> parse(String line, boolean openClasses) {
        String rest = line.endsWith("\\ ") ? line : withoutSpaceAtEnd(line);
        if (rest.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        boolean escaped = rest.startsWith("\\!") || rest.startsWith("\\#");
        boolean negated = rest.startsWith("!");
        rest = rest.substring(escaped || negated ? 1 : 0);
        boolean anchored = !escaped && rest.startsWith("/");
        rest = rest.substring(anchored ? 1 : 0);
        boolean directoriesOnly = rest.endsWith("/");
        rest = rest.substring(0, rest.length() - (directoriesOnly ? 1 : 0));
        if (directoriesOnly && rest.endsWith("\\")) {
            rest = rest.substring(0, rest.length() - 1); // As ripgrep has it; to git the pattern is then none.
        }
        boolean anyDepth = !anchored && rest.indexOf('/') < 0 && !rest.equals("**");
        // A class may fit a slash, so that the name alone does not tell.
        boolean byName = anyDepth && !rest.isEmpty() && rest.indexOf('[') < 0;
        String glob = anyDepth && !byName ? ANY_DEPTH + rest : rest;
        glob = glob.endsWith("/**") ? glob + "/*" : glob;
        return Optional.of(new IgnorePattern(negated, directoriesOnly, byName, Glob.of(glob, openClasses)));
    }

    /** By Unicode's White_Space, as Rust's {@code trim_end}. */
    private static String withoutSpaceAtEnd(String line) {
        int end = line.length();
        while (end > 0 && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }

    private static boolean isSpace(char c) {
        return (c >= '\t' && c <= '\r') || c == 0x85 || Character.isSpaceChar(c);
    }

    /**
     * Whether it fits.
     *
     * @param path {@code /}-separated, relative to where the pattern stands
     * @param name the last part of the path
     */
    public boolean matches(String path, String name, boolean directory) {
        return (!directoriesOnly || directory) && glob.matches(byName ? name : path);
    }
}
