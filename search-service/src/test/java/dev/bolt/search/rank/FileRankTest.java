package dev.bolt.search.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.search.FileMatches;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileRankTest {
    private static final List<String> PATHS = List.of("a.py", "b.TS", "c.txt", "d.json", "e.go", "f");

    @Test
    void putsHighBeforeMediumBeforeOthersBeforeLow() {
        assertThat(ranked(new RankProperties(List.of("json"), List.of("go"), List.of("py", "txt"))))
                .containsExactly("d.json", "e.go", "f", "b.TS", "a.py", "c.txt");
        assertThat(ranked(new RankProperties(List.of("ts"), List.of("txt", "py"), List.of("go"))))
                .containsExactly("b.TS", "a.py", "c.txt", "f", "d.json", "e.go");
    }

    @Test
    void takesAnExtensionInLargeLettersForTheSame() {
        assertThat(ranked(new RankProperties(List.of("Ts"), List.of(), List.of()))
                        .getFirst())
                .isEqualTo("b.TS");
    }

    @Test
    void goesByTheLengthOfThePathWhereNoExtensionCounts() {
        assertThat(ranked(new RankProperties(List.of(), List.of(), List.of())))
                .containsExactly("f", "a.py", "b.TS", "e.go", "c.txt", "d.json");
    }

    private static List<String> ranked(RankProperties properties) {
        return PATHS.reversed().stream()
                .map(path -> FileRank.of(new FileMatches(path, List.of(), null), properties))
                .sorted()
                .map(FileRank::path)
                .toList();
    }
}
