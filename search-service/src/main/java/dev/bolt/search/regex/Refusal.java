package dev.bolt.search.regex;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;

/** Says why a pattern is not searched for. */
public final class Refusal {
    /** What to do about something that only ripgrep can. */
    public static final String REMEDY = "which needs ripgrep 14 or newer on the PATH"
            + " (npm install -g @vscode/ripgrep, or the package 'ripgrep' of your system)";

    private Refusal() {}

    /** Rust refuses the pattern, too. */
    public static ProblemException bad(String pattern, String reason) {
        return new ProblemException(Problem.BAD_PATTERN, "'%s': %s.".formatted(shown(pattern), reason))
                .withField("patterns");
    }

    /** Rust knows it; Java's patterns cannot be made to answer the same. */
    public static ProblemException unsupported(String pattern, String what) {
        return new ProblemException(
                        Problem.UNSUPPORTED_OPTION, "'%s' has %s, %s.".formatted(shown(pattern), what, REMEDY))
                .withField("patterns");
    }

    private static String shown(String pattern) {
        return pattern.length() <= 80 ? pattern : pattern.substring(0, 80) + "…";
    }
}
