package dev.bolt.search.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.RandomQueries;
import dev.bolt.search.regex.LinePattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineAutomatonTest {
    private final Timer unbounded = new Timer(Deadline.NONE, Duration.ofDays(1));

    private static final int QUERIES = 1_000;

    @Test
    void letsEveryLineThatMatchesPass() {
        var random = new RandomQueries(7);
        int matches = 0;
        int passedOver = 0;
        for (int i = 0; i < QUERIES; i++) {
            TextQuery query = random.next();
            LinePattern pattern;
            try {
                pattern = LinePattern.of(query);
            } catch (ProblemException refused) {
                continue;
            }
            Optional<LineAutomaton> automaton = LineAutomaton.of(pattern.regex(), unbounded);
            for (int j = 0; j < 20 && automaton.isPresent(); j++) {
                byte[] line = random.line();
                boolean may = automaton.get().mayMatch(line, 0, line.length);
                if (!new LineMatches(pattern, Line.of(line), unbounded).all().isEmpty()) {
                    matches++;
                    assertThat(may)
                            .as("%s in '%s'", query.patterns(), new String(line, StandardCharsets.UTF_8))
                            .isTrue();
                } else if (!may) {
                    passedOver++;
                }
            }
        }
        assertThat(matches).isGreaterThan(QUERIES / 4);
        assertThat(passedOver).isGreaterThan(QUERIES);
    }

    @Test
    void findsTheLinesOfAText() {
        LineAutomaton automaton = of("[0-9a-f]{8}");
        byte[] text = "0123\n4567\nx01234567y\nz\nab01ab01".getBytes(StandardCharsets.UTF_8);
        automaton.begin(text, text.length);
        assertThat(automaton.nextLine(0)).isEqualTo(10);
        assertThat(automaton.nextLine(21)).isEqualTo(23);
        automaton.begin(text, text.length - 1);
        assertThat(automaton.nextLine(21)).isEqualTo(-1);
    }

    @Test
    void looksOnlyForLinesThatAreNotAsciiWhereTheMatchIsNot() {
        LineAutomaton automaton = of("\\p{Greek}");
        byte[] text = "abc\nno λόγος\n".getBytes(StandardCharsets.UTF_8);
        automaton.begin(text, text.length);
        assertThat(automaton.nextLine(0)).isEqualTo(4);
        assertThat(automaton.mayMatch(text, 0, 3)).isFalse();
    }

    @Test
    void findsTheFirstLineOfALongText() {
        for (int lineLength : new int[] {3, 60, 5_000}) {
            var lines = new StringBuilder();
            while (lines.length() < 20_000) {
                lines.append("-".repeat(lineLength)).append('\n');
            }
            for (int at = 0; at < 20_000; at += 997) {
                var with = new StringBuilder(lines);
                with.replace(at, at + 3, "a1λ");
                with.replace(at + 5, at + 8, "a1λ");
                byte[] text = with.toString().getBytes(StandardCharsets.UTF_8);
                int expected = with.lastIndexOf("\n", at) + 1;
                for (String pattern : new String[] {"a\\d", "\\p{Greek}", "[a-z][0-9]."}) {
                    LineAutomaton automaton = of(pattern);
                    automaton.begin(text, text.length);
                    assertThat(automaton.nextLine(0))
                            .as("%s at %d", pattern, at)
                            .isEqualTo(expected);
                    assertThat(automaton.nextLine(0))
                            .as("%s at %d again", pattern, at)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void takesACharacterOfSeveralBytesForOne() {
        byte[] line = "ké5".getBytes(StandardCharsets.UTF_8);
        assertThat(of("(?-u:\\w).(?-u:\\w)").mayMatch(line, 0, line.length)).isTrue();
    }

    @Test
    void staysRightWhenThereAreMoreStatesThanItKeeps() {
        LineAutomaton automaton = of("a[ab]{14}c");
        var line = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            line.append((Integer.bitCount(i * 0x9E3779B9) & 1) == 0 ? 'a' : 'b');
        }
        byte[] without = line.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] with = (line + "aaaaaaaaaaaaaaac").getBytes(StandardCharsets.US_ASCII);
        assertThat(automaton.mayMatch(without, 0, without.length)).isFalse();
        assertThat(automaton.mayMatch(with, 0, with.length)).isTrue();
    }

    @Test
    void isNotThereWhereEveryLineMayMatchOrThePatternIsEndless() {
        assertThat(LineAutomaton.of(regex("x*"), unbounded)).isEmpty();
        assertThat(LineAutomaton.of(regex("(?:abcdefghij){1000}"), unbounded)).isEmpty();
    }

    private LineAutomaton of(String pattern) {
        return LineAutomaton.of(regex(pattern), unbounded).orElseThrow();
    }

    private static dev.bolt.search.regex.Regex regex(String pattern) {
        return LinePattern.of(TextQuery.regex(new WorkspaceId("w"), pattern, 0)).regex();
    }
}
