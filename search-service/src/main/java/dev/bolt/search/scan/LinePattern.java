package dev.bolt.search.scan;

import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The patterns of a query as one Java pattern over a line without its line end. */
final class LinePattern {
    private LinePattern() {}

    static Pattern of(TextQuery query) {
        var alternatives = new ArrayList<String>();
        var literals = new StringBuilder();
        for (String pattern : query.patterns()) {
            if (pattern.indexOf('\n') >= 0 || (!query.fixedStrings() && pattern.contains("\\n"))) {
                throw new ProblemException(
                                Problem.BAD_PATTERN, "A pattern cannot match a line end in a search by lines.")
                        .withField("patterns");
            }
            String java = query.fixedStrings() ? Pattern.quote(pattern) : RustRegex.toJava(pattern);
            literals.append(literals(pattern, query.fixedStrings()));
            alternatives.add("(?:" + java + ")");
        }
        String joined = "(?:" + String.join("|", alternatives) + ")";
        if (query.lineRegexp()) {
            joined = "^" + joined + "$";
        } else if (query.wordRegexp()) {
            // Beside a byte that is no UTF-8, Rust finds neither half of a word boundary.
            joined = "(?<![\\w\\x{DC80}-\\x{DCFF}])" + joined + "(?![\\w\\x{DC80}-\\x{DCFF}])";
        }
        CaseMode mode = query.caseMode() == null ? CaseMode.SENSITIVE : query.caseMode();
        boolean lower = !literals.isEmpty() && literals.chars().noneMatch(Character::isUpperCase);
        boolean ignoreCase = mode == CaseMode.INSENSITIVE || (mode == CaseMode.SMART && lower);
        int flags = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES;
        try {
            return Pattern.compile(
                    joined, ignoreCase ? flags | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : flags);
        } catch (PatternSyntaxException e) {
            throw new ProblemException(Problem.BAD_PATTERN, e.getDescription() + ".", e).withField("patterns");
        }
    }

    /** The characters a pattern asks for by themselves: no classes, names, counts or operators. */
    private static String literals(String pattern, boolean fixed) {
        if (fixed) {
            return pattern;
        }
        return pattern.replaceAll("\\\\[pP](\\{[^}]*}|.)", "")
                .replaceAll("\\\\[xuU](\\{[^}]*}|[0-9A-Fa-f]{2,8})", "x")
                .replaceAll("\\\\[A-Za-z]", "")
                .replaceAll("\\(\\?(P?<[^>]*>|[a-z-]*:?)", "")
                .replaceAll("\\[:\\^?[a-z]*:]", "")
                .replaceAll("(?<!\\\\)\\{[0-9, ]*}", "")
                .replaceAll("(?<!\\\\)[.*+?|()^$\\[\\]]", "");
    }
}
