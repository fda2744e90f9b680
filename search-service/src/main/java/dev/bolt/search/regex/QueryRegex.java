package dev.bolt.search.regex;

import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.TextQuery;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** From the patterns of a query to what they mean, and to one pattern of Java's. */
final class QueryRegex {
    private QueryRegex() {}

    /**
     * What the patterns of a query mean, before {@code -w} and {@code -x}.
     *
     * @param acrossLines whether a match may hold a line end
     * @throws dev.bolt.platform.problem.ProblemException as {@link RustParser#parse}
     */
    static Regex of(TextQuery query, boolean acrossLines) {
        var literals = new Literals();
        Regex regex = parse(query, Flags.atFirst(query.caseMode() == CaseMode.INSENSITIVE, acrossLines), literals);
        if (query.caseMode() == CaseMode.SMART && literals.allLower()) {
            return parse(query, Flags.atFirst(true, acrossLines), new Literals());
        }
        return regex;
    }

    /**
     * Java's pattern, with what {@code -w} and {@code -x} ask for.
     *
     * @param written how a part is written in Java's syntax
     * @throws dev.bolt.platform.problem.ProblemException UNSUPPORTED_OPTION if Java cannot
     */
    static Pattern compile(TextQuery query, Function<Regex, String> written, Regex regex) {
        try {
            String java = "(?:" + written.apply(regex) + ")";
            if (query.lineRegexp()) {
                java = around(Regex.Place.START, java, Regex.Place.END, written);
            } else if (query.wordRegexp()) {
                java = around(Regex.Place.WORD_START_HALF, java, Regex.Place.WORD_END_HALF, written);
            }
            return Pattern.compile(java, Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES);
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw Refusal.unsupported(query.patterns().getFirst(), "a size or form that is not known here");
        }
    }

    private static Regex parse(TextQuery query, Flags flags, Literals literals) {
        Regex regex = query.fixedStrings()
                ? literally(query.patterns(), flags, literals)
                : new RustParser(query.patterns(), flags, literals).parse();
        Banned.check(regex, flags.acrossLines(), query.patterns().getFirst());
        return regex;
    }

    private static Regex literally(List<String> texts, Flags flags, Literals literals) {
        List<Regex> each = texts.stream()
                .map(text -> {
                    var atoms = new AtomParser(new Cursor(text, text), literals);
                    List<Regex> characters = text.codePoints()
                            .mapToObj(c -> atoms.literal(c, flags))
                            .toList();
                    return (Regex) new Regex.All(characters);
                })
                .toList();
        return each.size() == 1 ? each.getFirst() : new Regex.First(each);
    }

    private static String around(Regex.Place before, String java, Regex.Place after, Function<Regex, String> written) {
        return written.apply(new Regex.Look(before, false)) + java + written.apply(new Regex.Look(after, false));
    }
}
