package dev.bolt.platform.workspace;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A glob as ripgrep has it. Immutable; the common forms {@code name}, {@code *.ext} and {@code name*} compare strings,
 * the rest is a regex over the bytes of one path.
 */
public final class Glob {
    private static final String SPECIAL = "*?[]\\{}";
    private static final Pattern NEVER = Pattern.compile("(?!)");

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

    /** @throws PatternSyntaxException with ripgrep's words if it is none */
    public static Glob of(String glob) {
        return of(glob, false);
    }

    /** @param openClasses whether a bracket that is not closed stands for itself, as in ignore files */
    static Glob of(String glob, boolean openClasses) {
        if (plain(glob)) {
            return new Glob(glob, Form.EXACT, NEVER);
        }
        boolean flat = glob.indexOf('/') < 0;
        if (flat && glob.startsWith("*") && plain(glob.substring(1))) {
            return new Glob(glob.substring(1), Form.SUFFIX, NEVER);
        }
        if (flat && glob.endsWith("*") && plain(glob.substring(0, glob.length() - 1))) {
            return new Glob(glob.substring(0, glob.length() - 1), Form.PREFIX, NEVER);
        }
        return new Glob("", Form.REGEX, Pattern.compile(GlobRegex.of(glob, openClasses), Pattern.DOTALL));
    }

    private static boolean plain(String text) {
        return text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    /** Whether it fits all of a name or path. */
    public boolean matches(String subject) {
        return switch (form) {
            case EXACT -> subject.equals(literal);
            case SUFFIX -> subject.endsWith(literal) && flat(subject);
            case PREFIX -> subject.startsWith(literal) && flat(subject);
            case REGEX -> regex.matcher(bytes(subject)).matches();
        };
    }

    /** A star stands for no slash; anchored patterns such as {@code /*.log} are compared with whole paths. */
    private static boolean flat(String subject) {
        return subject.indexOf('/') < 0;
    }

    /** Each byte as one character. */
    private static String bytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }
}
