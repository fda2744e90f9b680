package dev.bolt.analysis.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedUsesTest {
    @Test
    void areTheUsesThatWereGiven() {
        List<Use> uses = new ArrayList<>(IntStream.range(0, 1000)
                .mapToObj(i -> new Use("n" + i % 70, "r" + i % 3, i, i % 7 == 0 ? "" : "w" + i % 40, i % 2 == 0))
                .toList());
        uses.add(new Use("", "", 1 << 24, "", true));
        List<Use> packed = PackedUses.of(uses);
        assertThat(packed).isEqualTo(uses).hasSameHashCodeAs(uses);
        assertThat(PackedUses.of(packed)).isSameAs(packed);
        assertThat(PackedUses.of(List.of())).isEmpty();
    }

    @Test
    void cannotBeChanged() {
        List<Use> packed = PackedUses.of(List.of(new Use("a", "", 1, "", false)));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(packed::removeFirst);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> packed.get(1));
    }

    @Test
    void eachIsTakenOnce() {
        var set = new UseSet();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 500; i++) {
                set.add("n" + i / 4, i % 2 == 0 ? "" : "r", 1 + i / 100, "w", i % 4 > 1);
            }
        }
        assertThat(set.all()).hasSize(500).doesNotHaveDuplicates();
    }
}
