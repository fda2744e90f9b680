package dev.bolt.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileSearchTest {
    @Test
    void nearIsWhatATrialOfAllWindowsSays() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            int distance = random.nextInt(6);
            List<int[]> places = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(i -> IntStream.rangeClosed(1, 30)
                            .filter(line -> random.nextInt(5) == 0)
                            .toArray())
                    .toList();
            assertThat(FileSearch.near(places, distance)).as("seed %d", seed).isEqualTo(tried(places, distance));
        }
    }

    /** A line is near if some window that long holds it, and one line of each list. */
    private static BitSet tried(List<int[]> places, int distance) {
        var near = new BitSet();
        for (int from = 1 - distance; from <= 30; from++) {
            int first = from;
            int last = from + distance;
            List<int[]> inside = places.stream()
                    .map(lines -> IntStream.of(lines)
                            .filter(line -> line >= first && line <= last)
                            .toArray())
                    .toList();
            if (inside.stream().allMatch(lines -> lines.length > 0)) {
                inside.forEach(lines -> IntStream.of(lines).forEach(near::set));
            }
        }
        return near;
    }

    @Test
    void nearOfAHundredThousandLinesIsNoTrouble() {
        int[] all = IntStream.rangeClosed(1, 100_000).toArray();
        assertThat(FileSearch.near(List.of(all, all), Integer.MAX_VALUE).cardinality())
                .isEqualTo(100_000);
    }
}
