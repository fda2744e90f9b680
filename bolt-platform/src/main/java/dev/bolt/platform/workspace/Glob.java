package dev.bolt.platform.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of gitignore(5) with ripgrep's braces. Immutable; the common forms {@code name}, {@code *.ext} and
 * {@code name*} compare strings, the rest is a possessive-free regex over one path.
 */
final class Glob {
    private static final String SPECIAL = "*?[]\\{}";

    private final String literal;
    private final Form form;
    private final Pattern regex;

    private enum Form {
        EXACT,
        SUFFIX,
        PREFIX,
        REGEX
    }

    private Glob(String literal, Form form, Pattern regex) {
        this.literal = literal;
        this.form = form;
        this.regex = regex;
    }

    /** One glob for each alternative of the braces; empty if the pattern is none. */
    static Optional<List<Glob>> compile(String pattern) {
        List<Glob> globs = new ArrayList<>();
        try {
            for (String alternative : Braces.expand(pattern)) {
                globs.add(one(alternative));
            }
        } catch (PatternSyntaxException noGlob) {
            return Optional.empty();
        }
        return Optional.of(List.copyOf(globs));
    }

    private static Glob one(String pattern) {
        Pattern never = Pattern.compile("(?!)");
        if (plain(pattern)) {
            return new Glob(pattern, Form.EXACT, never);
        }
        boolean flat = pattern.indexOf('/') < 0;
        if (flat && pattern.startsWith("*") && plain(pattern.substring(1))) {
            return new Glob(pattern.substring(1), Form.SUFFIX, never);
        }
        if (flat && pattern.endsWith("*") && plain(pattern.substring(0, pattern.length() - 1))) {
            return new Glob(pattern.substring(0, pattern.length() - 1), Form.PREFIX, never);
        }
        return new Glob("", Form.REGEX, Pattern.compile(GlobRegex.of(pattern), Pattern.DOTALL));
    }

    private static boolean plain(String text) {
        return text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    boolean matches(String subject) {
        return switch (form) {
            case EXACT -> subject.equals(literal);
            case SUFFIX -> subject.endsWith(literal) && flat(subject);
            case PREFIX -> subject.startsWith(literal) && flat(subject);
            case REGEX -> regex.matcher(subject).matches();
        };
    }

    /** A star stands for no slash; anchored patterns such as {@code /*.log} are compared with whole paths. */
    private static boolean flat(String subject) {
        return subject.indexOf('/') < 0;
    }
}
