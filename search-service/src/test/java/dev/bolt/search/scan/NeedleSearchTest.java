package dev.bolt.search.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.RandomQueries;
import dev.bolt.search.plan.Needles;
import dev.bolt.search.regex.LinePattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleSearchTest {
    private final Timer unbounded = new Timer(Deadline.NONE, Duration.ofDays(1));

    private static final int QUERIES = Integer.getInteger("bolt.fuzz.queries", 400);

    @Test
    void findsWhatIndexOfFinds() {
        var random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random, 60);
            String string = text(random, 1 + random.nextInt(4));
            if (string.isEmpty()) {
                continue;
            }
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            int from = random.nextInt(bytes.length + 1);
            assertThat(Needle.of(string).find(bytes, from, bytes.length))
                    .as("'%s' in '%s' from %d", string, text, from)
                    .isEqualTo(text.indexOf(string, from));
        }
    }

    @Test
    void endsBeforeTheEnd() {
        byte[] text = "abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
        for (int end = 0; end <= text.length; end++) {
            assertThat(Needle.of("xyz").find(text, 0, end)).isEqualTo(end == 26 ? 23 : -1);
            assertThat(Needle.of("j").find(text, 0, end)).isEqualTo(end > 9 ? 9 : -1);
        }
    }

    @Test
    void findsALetterInEitherCase() {
        byte[] text = "....X_y....x_y".getBytes(StandardCharsets.US_ASCII);
        assertThat(Needle.of("\u0178_y").find(text, 0, text.length)).isEqualTo(4);
        assertThat(Needle.of("\u0178_y").find(text, 5, text.length)).isEqualTo(11);
        assertThat(Needle.of("x_y").find(text, 0, text.length)).isEqualTo(11);
    }

    @Test
    void countsAndFindsLineEnds() {
        byte[] text = "a\n\n012345678901\nx\u000B\n\n\n\n\n\n\n\n\n\nz".getBytes(StandardCharsets.US_ASCII);
        for (int from = 0; from <= text.length; from++) {
            int first = from;
            while (first < text.length && text[first] != '\n') {
                first++;
            }
            long count = new String(text, from, text.length - from, StandardCharsets.US_ASCII)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertThat(LineEnds.next(text, from, text.length)).isEqualTo(first);
            assertThat(LineEnds.count(text, from, text.length)).isEqualTo((int) count);
        }
    }

    @Test
    void everyLineThatMatchesHoldsANeedle() {
        var random = new RandomQueries(11);
        int matches = 0;
        for (int i = 0; i < QUERIES; i++) {
            LinePattern pattern;
            try {
                pattern = LinePattern.of(random.next());
            } catch (ProblemException refused) {
                continue;
            }
            Optional<Needles> needles = Needles.of(pattern.regex());
            if (needles.isEmpty()) {
                continue;
            }
            var search = new NeedleSearch(needles.get());
            for (int j = 0; j < 20; j++) {
                byte[] bytes = random.line();
                Line line = Line.of(bytes);
                if (!new LineMatches(pattern, line, unbounded).all().isEmpty()) {
                    matches++;
                    search.begin(bytes, bytes.length);
                    assertThat(search.nextLine(0))
                            .as("%s in '%s'", needles.get(), line.scanned())
                            .isZero();
                }
            }
        }
        assertThat(matches).isGreaterThan(QUERIES / 4);
    }

    @Test
    void asksForEachNeedleOnce() {
        var search = new NeedleSearch(new Needles(List.of("aa", "b"), false));
        byte[] text = "xxaa\nb\naab\n".getBytes(StandardCharsets.US_ASCII);
        search.begin(text, text.length);
        assertThat(search.nextLine(0)).isEqualTo(0);
        assertThat(search.nextLine(5)).isEqualTo(5);
        assertThat(search.nextLine(7)).isEqualTo(7);
        assertThat(search.nextLine(11)).isEqualTo(-1);
    }

    @Test
    void findsTheFirstOfManyAtOnce() {
        var random = new Random(2);
        for (int i = 0; i < 3_000; i++) {
            List<String> strings = new ArrayList<>();
            for (int j = 0; j < 6; j++) {
                strings.add("a_".substring(random.nextInt(2)) + "_" + text(random, 3));
            }
            byte[] bytes = text(random, 80).getBytes(StandardCharsets.ISO_8859_1);
            var table = new PairTable(strings.stream().map(Needle::of).toArray(Needle[]::new));
            int from = random.nextInt(bytes.length + 1);
            int first = strings.stream()
                    .mapToInt(string -> Needle.of(string).find(bytes, from, bytes.length))
                    .filter(found -> found >= 0)
                    .min()
                    .orElse(-1);
            assertThat(table.find(bytes, from, bytes.length))
                    .as("%s in %s from %d", strings, new String(bytes, StandardCharsets.ISO_8859_1), from)
                    .isEqualTo(first);
        }
    }

    @Test
    void findsManyInEitherCase() {
        Needle[] needles = List.of("\u0178\u0179z", "\u0161_b", "..", "qq", "rr").stream()
                .map(Needle::of)
                .toArray(Needle[]::new);
        byte[] text = "xxXyz A_b a_B".getBytes(StandardCharsets.US_ASCII);
        assertThat(new PairTable(needles).find(text, 0, text.length)).isEqualTo(2);
        assertThat(new PairTable(needles).find(text, 3, text.length)).isEqualTo(6);
        assertThat(new PairTable(needles).find(text, 7, text.length)).isEqualTo(-1);
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (int i = random.nextInt(length + 1); i > 0; i--) {
            text.append("ab_\u00E9\u0001\u0000".charAt(random.nextInt(6)));
        }
        return text.toString();
    }
}
