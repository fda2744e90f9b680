package dev.bolt.search.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.Queries;
import dev.bolt.search.RandomQueries;
import dev.bolt.search.ripgrep.RipgrepArguments;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no pattern is refused at the same place and for the same reason as by ripgrep. */
class InvalidPatternTest {
    private static final int ROUNDS = Integer.getInteger("bolt.fuzz.queries", 400);
    private static final String PIECES = "()[]{}|*+?\\^$.-&~:<>=!,#^ abkipPxuUdswWbzn0129é日_\"'\t/";

    /** The pattern, the first character that is marked (0-based, in the pattern itself), how many are, the reason. */
    static List<Object[]> patterns() {
        return Stream.of(
                        invalid("a(b", -3, 1, "unclosed group"),
                        invalid("a)b)", 3, 1, "unopened group"),
                        invalid("ab*[z-a]", 4, 3, "invalid character class range, the start must be <= the end"),
                        invalid("é[a", 1, 1, "unclosed character class"),
                        invalid("(?)", 1, 1, "repetition operator missing expression"),
                        invalid("x|*", 2, 1, "repetition operator missing expression"),
                        invalid("a(?i)*", 5, 1, "repetition operator missing expression"),
                        invalid("(?i-)", 3, 1, "dangling flag negation operator"),
                        invalid("(?iz)", 3, 1, "unrecognized flag"),
                        invalid("\\p{^L}", 0, 6, "Unicode property not found"),
                        invalid("a\\q", 1, 2, "unrecognized escape sequence"),
                        invalid("(a)\\1", 3, 2, "backreferences are not supported"),
                        invalid("\\x{110000}", 3, 6, "hexadecimal literal is not a Unicode scalar value"),
                        invalid("\\x{ 41}", 3, 1, "invalid hexadecimal digit"),
                        invalid("a{3,2}", 1, 5, "invalid repetition count range, the start must be <= the end"),
                        invalid("a{,3}", 2, 1, "repetition quantifier expects a valid decimal"),
                        invalid("a{2", 1, 2, "unclosed counted repetition"),
                        invalid("(?P<1>a)", 4, 1, "invalid capture group character"),
                        invalid("[\\w-a]", 1, 2, "invalid range boundary, must be a literal"),
                        invalid("[\\b]", 1, 2, "invalid escape sequence found in character class"),
                        invalid("(?-u)\\pL", 5, 3, "Unicode not allowed here"),
                        invalid("a(?<=b)", 1, 4, "look-around, including look-ahead and look-behind, is not supported"))
                .toList();
    }

    private static Object[] invalid(String pattern, int first, int count, String reason) {
        return new Object[] {pattern, first, count, reason};
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("patterns")
    void saysWhereAndWhy(String pattern, int first, int count, String reason) {
        assertThatThrownBy(() -> LinePattern.of(query(pattern))).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.BAD_PATTERN);
            assertThat(e.field()).isEqualTo("patterns");
            assertThat(e.detail())
                    .isEqualTo("regex parse error:\n    (?:%s)\n    %s%s\nerror: %s"
                            .formatted(pattern, " ".repeat(3 + first), "^".repeat(count), reason));
        });
    }

    @Test
    void refusesANameThatComesTwiceAndMarksBoth() {
        assertThatThrownBy(() -> LinePattern.of(query("(?P<a>n)", "(?P<a>e)"))).hasMessageContaining("""
                        (?:(?P<a>n))|(?:(?P<a>e))
                               ^            ^
                    error: duplicate capture group name""");
    }

    @Test
    void refusesWhatNoMatchCanHold() {
        for (String pattern : List.of("\\x00", "[\\x00]", "a(?:\\u{0}b)+")) {
            assertThatThrownBy(() -> LinePattern.of(query(pattern)))
                    .hasMessage("BAD_PATTERN: pattern contains \"\\0\" but it is impossible to match");
        }
        for (String pattern : List.of("\\n", "[\\n]", "a(?:\\nb)+")) {
            assertThatThrownBy(() -> LinePattern.of(query(pattern)))
                    .hasMessage("BAD_PATTERN: the literal \"\\n\" is not allowed in a regex");
        }
        assertThat(LinePattern.of(query("\\x00{0}[\\x00a][\\n ]"))).isNotNull();
    }

    /** Whatever the parser refuses or lets pass, ripgrep does too, in the same words. */
    @Test
    void refusesWhatRipgrepRefuses(@TempDir Path empty) throws Exception {
        var binary = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(binary.isPresent(), "no ripgrep 14 or newer on the PATH");
        var random = new Random(Long.getLong("bolt.fuzz.seed", 20_261_129));
        var queries = new RandomQueries(random.nextLong());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            TextQuery query = round < patterns().size()
                    ? query((String) patterns().get(round)[0])
                    : query(spoiled(queries.next().patterns(), random));
            String said = ripgrep(binary.get(), empty, query);
            try {
                LinePattern.of(query);
                assertThat(said).as("%d: %s", round, query.patterns()).isEmpty();
            } catch (ProblemException e) {
                if (e.problem() == Problem.BAD_PATTERN) {
                    assertThat(said.strip())
                            .as("%d: %s", round, query.patterns())
                            .startsWith("rg: " + e.detail());
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 8);
    }

    private static String[] spoiled(List<String> patterns, Random random) {
        var all = new ArrayList<String>();
        for (String pattern : patterns) {
            var text = new StringBuilder(pattern);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(text.length() + 1);
                if (random.nextInt(3) == 0 && at < text.length()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                }
            }
            all.add(text.toString().replaceAll("[\\ud800-\\udfff]", "y").replace('\n', 'n'));
        }
        return all.toArray(String[]::new);
    }

    /** What it says on standard error. */
    private static String ripgrep(RipgrepBinary binary, Path directory, TextQuery query) throws IOException {
        Process process = new ProcessBuilder(RipgrepArguments.of(binary, query, 1))
                .directory(directory.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static TextQuery query(String... patterns) {
        return TextQuery.of(Queries.WORKSPACE, List.of(patterns)).build();
    }
}
