package dev.bolt.einstein.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.einstein.lexical.ChunkHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
    private final List<Ranked> ranked = new ArrayList<>();
    private final Map<ChunkId, String> inputs = new HashMap<>();

    @Test
    void answersEqualTextOnceAndSaysWhereElseItLies() {
        found("a.py", "function", "def f(): pass");
        found("b.py", "function", "def g(): return other words");
        found("vendor/a.py", "function", "def f(): pass");
        var best = Duplicates.collapse(ranked, inputs, 10);
        assertThat(paths(best)).containsExactly("a.py", "b.py");
        assertThat(best.getFirst().duplicates()).containsExactly(new SourceSpan("vendor/a.py", 1, 2));
        assertThat(best.getLast().duplicates()).isEmpty();
    }

    @Test
    void answersNearlyEqualTextOnce() {
        found("a.py", "function", words(0, 40));
        found("near.py", "function", words(1, 41));
        found("far.py", "function", words(10, 50));
        found("class.py", "class", words(0, 40));
        assertThat(paths(Duplicates.collapse(ranked, inputs, 10))).containsExactly("a.py", "far.py");
    }

    @Test
    void anotherKindIsAnotherThing() {
        found("a.py", "function", words(0, 40));
        found("class.py", "class", words(1, 41));
        assertThat(paths(Duplicates.collapse(ranked, inputs, 10))).containsExactly("a.py", "class.py");
    }

    @Test
    void keepsToTheLimitAndStillCountsDuplicates() {
        found("a.py", "function", words(0, 40));
        found("b.py", "function", words(50, 90));
        found("c.py", "function", words(0, 40));
        var best = Duplicates.collapse(ranked, inputs, 1);
        assertThat(paths(best)).containsExactly("a.py");
        assertThat(best.getFirst().duplicates()).hasSize(1);
    }

    private void found(String path, String kind, String text) {
        var id = ChunkId.of(text);
        inputs.put(id, text);
        ranked.add(new Ranked(new ChunkHit(id, path, null, kind, 1, 2, 0), 1, Map.of()));
    }

    private static String words(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    private static List<String> paths(List<SimilarChunk> chunks) {
        return chunks.stream().map(chunk -> chunk.span().path()).toList();
    }
}
