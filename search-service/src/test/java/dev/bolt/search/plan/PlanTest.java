package dev.bolt.search.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.RandomQueries;
import dev.bolt.search.regex.LinePattern;
import dev.bolt.search.regex.Regex;
import dev.bolt.search.regex.TextPattern;
import dev.bolt.search.trigram.GramQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the planner knows of a pattern; that it is never too much is tested with the scan, in {@code NeedleSearchTest}.
 */
class PlanTest {
    private static final int QUERIES = Integer.getInteger("bolt.fuzz.queries", 400);

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "PM_RESUME xPM_RESUMEx PM_RESUMX",
                "[A-Z]+_RESUME A_RESUME _RESUM",
                "(TODO|FIXME|XXX): FIXME: FIXME",
                "devm_kzalloc\\(.*GFP_ATOMIC devm_kzalloc(x,GFP_ATOMIC devm_kzalloc(GFP_KERNEL",
                "struct\\s+io_uring struct\tio_uring structio_urin",
                "colou?r color colxr",
                "a(bc)+d abcbcd abd",
                "(ab_){3} ab_ab_ab_ ab_xb_a",
                "(?:abc|def)ghi defghi defabc",
                "über über uber",
                "[xyz]bcd ybcd wbcd",
                "\\wAh xAh xA",
                "\\bif\\b if fi",
                "(?-u)[a-z]+Ah\\d+ aAh1 aAg1",
                "ab|cd cd ac",
                "(ab|cd)+x? abcdx axc",
                "i[fs] is it",
            })
    void narrowsToTextsThatMayMatch(String pattern, String fits, String doesNot) {
        GramQuery query = GramPlan.of(regex(pattern, null));
        assertThat(Fits.query(query, fits)).as("%s: %s", pattern, query).isTrue();
        assertThat(Fits.query(query, doesNot)).as("%s: %s", pattern, query).isFalse();
    }

    @Test
    void knowsBothCases() {
        GramQuery query = GramPlan.of(regex("PM_RESUME", CaseMode.INSENSITIVE));
        assertThat(Fits.query(query, "pm_reſUme")).isTrue();
        assertThat(Fits.query(query, "pm_rezume")).isFalse();
        assertThat(query.size()).isLessThan(300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"\\w+", ".*", "a?b?", "x|.", "\\ba\\b", "(abc)*", "[^a]{9}", "^$"})
    void takesAnyTextWhereNothingIsCertain(String pattern) {
        assertThat(GramPlan.of(regex(pattern, null))).isEqualTo(new GramQuery.All());
    }

    @Test
    void staysSmallWhateverThePattern() {
        for (String pattern : List.of(
                "(((a|b|c|d){8}){8}){8}",
                "([abc]x[def]y?){30}",
                "(a*b*c*d*e*){30}",
                "[a-z][a-z][a-z]",
                "(?:foo|bar|baz|qux|quux){20}",
                "((((ab?c?){9}){9}){9}){9}")) {
            assertThat(GramPlan.of(regex(pattern, null)).size()).as(pattern).isLessThanOrEqualTo(GramQuery.LARGEST);
            Needles.of(regex(pattern, null))
                    .ifPresent(needles -> assertThat(needles.strings()).hasSizeLessThan(65));
        }
    }

    @Test
    void staysShallowWhateverThePattern() {
        String words =
                IntStream.range(0, 1_600).mapToObj(i -> "word" + i).reduce("send", (all, word) -> all + "|" + word);
        for (String pattern : List.of(words, "(?:ab|c){0,900}[cd]{2}", "((((ab?c?){9}){9}){9}){9}")) {
            assertThat(GramPlan.of(regex(pattern, null)).shape().depth())
                    .as(pattern)
                    .isLessThanOrEqualTo(GramQuery.DEEPEST);
        }
        GramQuery deep = GramQuery.of("ab");
        for (int i = 0; i < 1_000; i++) {
            deep = GramQuery.any(List.of(GramQuery.all(List.of(deep, GramQuery.of("cd"))), GramQuery.of("e" + i % 9)));
        }
        assertThat(deep.shape().depth()).isLessThanOrEqualTo(GramQuery.DEEPEST);
        assertThat(Fits.query(deep, "abcd")).isTrue();
    }

    @Test
    void choosesLongNeedles() {
        assertThat(needles("\\w+\\s+spinlock\\s+\\w+", null)).contains(List.of("spinlock"));
        assertThat(needles("devm_kzalloc\\(.*GFP_ATOMIC", null)).contains(List.of("devm_kzalloc("));
        assertThat(needles("TODO|FIXME", null)).contains(List.of("FIXME", "TODO"));
        assertThat(needles("(?i)xy_", null)).contains(List.of("\u0178\u0179_"));
        assertThat(needles("^static\\s+int\\s+\\w+_probe\\(", null))
                .hasValueSatisfying(found -> assertThat(found).hasSize(1));
        assertThat(needles("\\w+", null)).isEmpty();
        assertThat(needles("a|\\d", null)).isEmpty();
        assertThat(needles("(abc)?", null)).isEmpty();
    }

    @Test
    void neverLeavesOutALineThatMatches() {
        var random = new RandomQueries(7);
        int matches = 0;
        int narrowed = 0;
        for (int i = 0; i < QUERIES; i++) {
            LinePattern pattern;
            try {
                pattern = LinePattern.of(random.next());
            } catch (ProblemException refused) {
                continue;
            }
            GramQuery query = GramPlan.of(pattern.regex());
            narrowed += query instanceof GramQuery.All ? 0 : 1;
            for (int j = 0; j < 20; j++) {
                String line = new String(random.line(), java.nio.charset.StandardCharsets.UTF_8);
                if (line.indexOf('\uFFFD') < 0 && pattern.matcher(line, false).find()) {
                    matches++;
                    assertThat(Fits.query(query, line))
                            .as("%s leaves out '%s'", query, line)
                            .isTrue();
                }
            }
        }
        assertThat(matches).isGreaterThan(QUERIES);
        assertThat(narrowed).isGreaterThan(QUERIES / 20);
    }

    private static Optional<List<String>> needles(String pattern, CaseMode mode) {
        return Needles.of(regex(pattern, mode)).map(Needles::strings);
    }

    private static Regex regex(String pattern, CaseMode mode) {
        TextQuery plain = TextQuery.regex(new WorkspaceId("w"), pattern, 0);
        return LinePattern.of(plain.but().caseMode(mode).build()).regex();
    }

    @Test
    void leavesOutNeedlesBeyondAsciiWhoseTrigramsAreNowhere() {
        Needles needles = Needles.of(LinePattern.of(TextQuery.of(new WorkspaceId("w"), List.of("resume"))
                                .caseMode(CaseMode.INSENSITIVE)
                                .build())
                        .regex())
                .orElseThrow();
        assertThat(needles.strings()).hasSize(2);
        assertThat(needles.among(gram -> false).strings()).hasSize(1);
        assertThat(needles.among(gram -> true)).isEqualTo(needles);
        Set<String> somewhere = Set.of("rE\u00C5", "E\u00C5\u00BF", "\u00C5\u00BFu", "\u00BFuM");
        assertThat(needles.among(gram -> somewhere.contains(bytes(gram)))).isEqualTo(needles);
        assertThat(needles.among(gram -> "E\u00C5\u00BF".equals(bytes(gram))).strings())
                .hasSize(1);
    }

    @Test
    void keepsNeedlesThatEndWithALineEnd() {
        Needles needles = Needles.of(acrossLines("\u00E9\\n")).orElseThrow();
        assertThat(needles.strings()).hasSize(2);
        assertThat(needles.among(gram -> bytes(gram).equals("\u00C3\u00A9\n")))
                .as("such a trigram is known of lines of two bytes alone")
                .isEqualTo(needles);
    }

    @Test
    void isNoDeeperThanItNeedsToBeForThousandsOfWords() {
        String words = IntStream.range(0, 1_600).mapToObj(i -> "word" + i).collect(Collectors.joining("|"));
        assertThat(depth(GramPlan.of(regex(words, CaseMode.INSENSITIVE)))).isLessThan(40);
    }

    private static int depth(GramQuery query) {
        return switch (query) {
            case GramQuery.And and -> 1 + deepest(and.parts());
            case GramQuery.Or or -> 1 + deepest(or.parts());
            case GramQuery.All _, GramQuery.None _, GramQuery.Gram _, GramQuery.Pair _ -> 1;
        };
    }

    private static int deepest(List<GramQuery> parts) {
        return parts.stream().mapToInt(PlanTest::depth).max().orElse(0);
    }

    private static Regex acrossLines(String pattern) {
        TextQuery plain = TextQuery.regex(new WorkspaceId("w"), pattern, 0);
        return TextPattern.of(plain.but()
                        .caseMode(CaseMode.INSENSITIVE)
                        .multiline(true)
                        .build())
                .orElseThrow()
                .regex();
    }

    private static String bytes(int gram) {
        return "" + (char) (gram >> 16) + (char) (gram >> 8 & 0xFF) + (char) (gram & 0xFF);
    }
}
