package dev.bolt.einstein.lexical;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Turns globs over paths into automata, which an index can walk along with its terms. */
final class PathGlobs {
    private PathGlobs() {}

    /**
     * What one of the globs matches; empty if there is none.
     *
     * @throws ProblemException BAD_PATTERN if they are not globs, or match too much in too many ways
     */
    static Optional<Automaton> any(List<String> globs) {
        if (globs.isEmpty()) {
            return Optional.empty();
        }
        try {
            var each = new ArrayList<Automaton>();
            for (String glob : globs) {
                each.add(new RegExp(regex(glob), RegExp.NONE).toAutomaton());
            }
            return Optional.of(
                    Operations.determinize(Operations.union(each), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        } catch (IllegalArgumentException | TooComplexToDeterminizeException failure) {
            throw new ProblemException(
                            Problem.BAD_PATTERN, "Not globs that can be used: " + String.join(" ", globs), failure)
                    .withField("filter.globs");
        }
    }

    /** A glob without a slash is meant at any depth, one with a slash from the root. */
    private static String regex(String glob) {
        var regex = new StringBuilder(glob.contains("/") ? "" : "(.*\\/)?");
        int braces = 0;
        for (int i = glob.startsWith("/") ? 1 : 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> {
                    if (glob.startsWith("**/", i)) {
                        regex.append("(.*\\/)?");
                        i += 2;
                    } else if (glob.startsWith("**", i)) {
                        regex.append(".*");
                        i++;
                    } else {
                        regex.append("[^\\/]*");
                    }
                }
                case '?' -> regex.append("[^\\/]");
                case '\\' -> {
                    i = Math.min(i + 1, glob.length() - 1);
                    literal(glob.charAt(i), regex);
                }
                case '{' -> {
                    braces++;
                    regex.append('(');
                }
                case '}' -> {
                    regex.append(braces > 0 ? ")" : "\\}");
                    braces = Math.max(0, braces - 1);
                }
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                default -> literal(c, regex);
            }
        }
        if (braces > 0) {
            throw new IllegalArgumentException("An open brace");
        }
        return regex.toString();
    }

    private static void literal(char c, StringBuilder regex) {
        regex.append(Character.isLetterOrDigit(c) ? "" : "\\").append(c);
    }
}
