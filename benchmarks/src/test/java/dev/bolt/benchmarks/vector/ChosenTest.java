package dev.bolt.benchmarks.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenTest {
    @Test
    void measuresEverythingAndOfManyWhatDoesNotTakeAnHour() {
        assertThat(Chosen.of(List.of(), false).kinds()).isEqualTo(Chosen.ALL).containsAll(Chosen.BESIDE);
        assertThat(Chosen.of(List.of(), true).kinds()).doesNotContain("hnsw", "faiss-hnsw");
    }

    @Test
    void measuresOneKindAsLongAsItMay() {
        Chosen one = Chosen.of(List.of("--kinds=ivf,faiss-hnsw", "--minutes=10"), true);
        assertThat(one).isEqualTo(new Chosen(List.of("ivf", "faiss-hnsw"), Duration.ofMinutes(10)));
        assertThat(one.has("ivf")).isTrue();
        assertThat(one.has("bits")).isFalse();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Chosen.of(List.of("--kinds=faiss"), false)).hasMessageContaining("faiss-ivf");
        assertThatThrownBy(() -> Chosen.of(List.of("--hours=2"), false)).hasMessageContaining("--hours");
        assertThatThrownBy(() -> Chosen.of(List.of("--minutes"), false)).hasMessageContaining("--minutes");
    }
}
