package dev.bolt.search.regex;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.Comparator;
import java.util.List;

/** Says why a pattern is not searched for. */
public final class Refusal {
    /** What to do about something that only ripgrep can. */
    public static final String REMEDY = "which needs ripgrep 14 or newer on the PATH"
            + " (npm install -g @vscode/ripgrep, or the package 'ripgrep' of your system)";

    private static final String MARGIN = "    ";

    private Refusal() {}

    /**
     * Rust refuses the pattern, too: its message, with the place marked below the pattern.
     *
     * @param pattern as ripgrep has it, which puts each into a group and {@code |} between them
     * @param spans what is marked
     */
    static ProblemException bad(String pattern, String reason, List<Span> spans) {
        var marks = new StringBuilder();
        spans.stream().sorted(Comparator.comparingInt(Span::start)).forEach(span -> {
            int column = pattern.codePointCount(0, span.start());
            marks.append(" ".repeat(Math.max(0, column - marks.length())))
                    .append("^".repeat(Math.max(1, pattern.codePointCount(span.start(), span.end()))));
        });
        return bad("regex parse error:\n" + MARGIN + pattern + "\n" + MARGIN + marks + "\nerror: " + reason);
    }

    /** ripgrep refuses the pattern, in these words. */
    static ProblemException bad(String reason) {
        return new ProblemException(Problem.BAD_PATTERN, reason).withField("patterns");
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
