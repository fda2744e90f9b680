package dev.bolt.search.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.search.plan.Needles;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Vectors beside words, and both beside what Java finds. */
class SimdSearchTest {
    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void freesTheTexts() {
        arena.close();
    }

    @Test
    void findTheFirstPlace() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String text = letters(random, random.nextInt(700));
            String needle = letters(random, 1 + random.nextInt(9));
            int from = Math.min(random.nextInt(40), text.length());
            assertThatBothFind(Needle.of(needle), text, from, text.indexOf(needle, from));
        }
    }

    @Test
    void findLettersOfEitherCase() {
        var random = new Random(8);
        for (int i = 0; i < 1_000; i++) {
            String text = letters(random, random.nextInt(700));
            String needle = letters(random, 1 + random.nextInt(9)).toLowerCase(Locale.ROOT);
            var either = new StringBuilder();
            needle.chars().forEach(c -> either.append((char) (Character.isLetter(c) ? Needles.EITHER_CASE | c : c)));
            int expected = text.toLowerCase(Locale.ROOT).indexOf(needle);
            assertThatBothFind(Needle.of(either.toString()), text, 0, expected);
        }
    }

    @Test
    void countLineEnds() {
        var random = new Random(9);
        for (int i = 0; i < 300; i++) {
            String text = letters(random, random.nextInt(700));
            int to = random.nextInt(text.length() + 1);
            int from = random.nextInt(to + 1);
            assertThat(SimdSearch.lineEnds(mapped(text), from, to)).isEqualTo((int)
                    text.substring(from, to).chars().filter(c -> c == '\n').count());
            int next = text.indexOf('\n', from);
            assertThat(SimdSearch.nextLineEnd(mapped(text), from, to)).isEqualTo(next < 0 ? to : Math.min(next, to));
        }
    }

    @Test
    void aMappedTextIsLookedThroughForAnyNeedle() {
        var needles = Optional.of(new Needles(List.of("late", "soon"), false));
        MappedLook look = new MappedLooks(true).of(needles).orElseThrow();
        assertThat(look.anyIn(mapped("nothing\n".repeat(40) + "late\n"))).isTrue();
        assertThat(look.anyIn(mapped("nothing\n".repeat(40)))).isFalse();
        assertThat(new MappedLooks(true).of(Optional.empty())).isEmpty();
        assertThat(new MappedLooks(false).of(needles)).isEmpty();
    }

    @Test
    void linesThatHoldANeedleAreTakenWithTheirNumbers() {
        var random = new Random(10);
        NeedleLines lines = new MappedLooks(true)
                .of(Optional.of(new Needles(List.of("aBb", "cA"), false)))
                .orElseThrow()
                .lines();
        for (int i = 0; i < 200; i++) {
            String text = letters(random, random.nextInt(900));
            String[] all = text.split("(?<=\n)");
            int[] holding = IntStream.range(0, all.length)
                    .filter(line -> all[line].contains("aBb") || all[line].contains("cA"))
                    .toArray();
            assertThat(lines.take(mapped(text), 7)).isEqualTo(holding.length > 0);
            FileText taken = lines.text(null);
            assertThat(new String(taken.bytes(), 0, taken.searchable(), StandardCharsets.ISO_8859_1))
                    .isEqualTo(
                            Arrays.stream(holding).mapToObj(line -> all[line]).collect(Collectors.joining()));
            for (int line = 0; line < holding.length; line++) {
                assertThat(lines.number(line)).isEqualTo(7 + holding[line]);
            }
        }
    }

    @Test
    void aTrialLeavesTheFasterInPlace() throws Exception {
        var looks = new MappedLooks(false);
        assertThat(looks.trial(() -> {})).isEqualTo(looks.used());
    }

    private void assertThatBothFind(Needle needle, String text, int from, int expected) {
        assertThat(WordSearch.find(needle, bytes(text), from, text.length())).isEqualTo(expected);
        assertThat(SimdSearch.find(needle, mapped(text), from, text.length())).isEqualTo(expected);
    }

    private static String letters(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abcAB\n".charAt(random.nextInt(6)));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private MemorySegment mapped(String text) {
        MemorySegment mapped = arena.allocate(Math.max(1, text.length()));
        MemorySegment.copy(bytes(text), 0, mapped, ValueLayout.JAVA_BYTE, 0, text.length());
        return mapped.asSlice(0, text.length());
    }
}
