package dev.bolt.search.regex;

import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.TextQuery;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The patterns of a query as one of Java's over a line without its line end. In the line a byte that is no UTF-8 stands
 * as a lone surrogate from {@link #BROKEN} on; no match may hold one. Immutable.
 */
public final class LinePattern {
    /** What stands for the byte 0x80; the others follow. Nothing else in a text is a surrogate of these alone. */
    public static final char BROKEN = '\uD800';

    private final Regex regex;
    private final Pattern pattern;
    private final boolean emptyAnywhere;
    private final boolean canBacktrack;
    private final boolean lineByLine;

    private LinePattern(Regex regex, Pattern pattern) {
        this.regex = regex;
        this.canBacktrack = regex.loops() > 1;
        this.pattern = pattern;
        this.lineByLine = pattern.pattern().contains(JavaPattern.TEXT_END);
        Matcher between = matcher("" + BROKEN + BROKEN).region(1, 1);
        this.emptyAnywhere = between.find();
    }

    /**
     * The pattern of a query.
     *
     * @throws dev.bolt.platform.problem.ProblemException BAD_PATTERN if ripgrep refuses it, too; UNSUPPORTED_OPTION for
     *     what only ripgrep can
     */
    public static LinePattern of(TextQuery query) {
        var literals = new Literals();
        Regex regex = parse(query, query.caseMode() == CaseMode.INSENSITIVE, literals);
        if (query.caseMode() == CaseMode.SMART && literals.allLower()) {
            regex = parse(query, true, new Literals());
        }
        try {
            String java = "(?:" + JavaPattern.of(regex) + ")";
            if (query.lineRegexp()) {
                java = around(Regex.Place.START, java, Regex.Place.END);
            } else if (query.wordRegexp()) {
                java = around(Regex.Place.WORD_START_HALF, java, Regex.Place.WORD_END_HALF);
            }
            return new LinePattern(regex, Pattern.compile(java, Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES));
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw Refusal.unsupported(query.patterns().getFirst(), "a size or form that is not known here");
        }
    }

    /** What a match is, before {@code -w} and {@code -x} say where it may stand. */
    public Regex regex() {
        return regex;
    }

    /** A matcher whose anchors and words see the whole line, whatever its region. */
    public Matcher matcher(CharSequence line) {
        return pattern.matcher(line).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** Whether a match may take time beyond the square of a line's length. */
    public boolean canBacktrack() {
        return canBacktrack;
    }

    /** Whether it matches the empty string between any two bytes, even inside a character, as Rust then does. */
    public boolean emptyAnywhere() {
        return emptyAnywhere;
    }

    /** Whether ripgrep tries it on each line for itself, and not on many at once; it then counts a bit otherwise. */
    public boolean lineByLine() {
        return lineByLine;
    }

    private static Regex parse(TextQuery query, boolean ignoreCase, Literals literals) {
        List<Regex> patterns = query.patterns().stream()
                .map(pattern -> query.fixedStrings()
                        ? literally(pattern, ignoreCase, literals)
                        : new RustParser(pattern, ignoreCase, literals).parse())
                .toList();
        return patterns.size() == 1 ? patterns.getFirst() : new Regex.First(patterns);
    }

    private static Regex literally(String text, boolean ignoreCase, Literals literals) {
        var atoms = new AtomParser(new Cursor(text), literals);
        var flags = new Flags(ignoreCase, true, false, true);
        return new Regex.All(
                text.codePoints().mapToObj(c -> atoms.literal(c, flags)).toList());
    }

    private static String around(Regex.Place before, String java, Regex.Place after) {
        return JavaPattern.of(new Regex.Look(before, false)) + java + JavaPattern.of(new Regex.Look(after, false));
    }
}
