package dev.bolt.search.trigram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GramIndexTest {
    @TempDir
    Path directory;

    private final List<byte[]> chunks = new ArrayList<>();

    @Test
    void findsTheChunksOfATrigram() throws IOException {
        GramIndex index = index(2, "banana", "an apple", "", "nan\nana", "na\nna");
        assertThat(index.candidates(GramQuery.of("ana"))).hasValue(new int[] {0, 3});
        assertThat(index.candidates(GramQuery.of("nan"))).hasValue(new int[] {0, 3});
        assertThat(index.candidates(GramQuery.of("xyz"))).hasValue(new int[0]);
        assertThat(index.candidates(GramQuery.of("banana"))).hasValue(new int[] {0});
        assertThat(index.candidates(GramQuery.of("ap"))).hasValue(new int[] {1});
        assertThat(index.candidates(GramQuery.of("na")))
                .as("in too many to be worth it")
                .isEmpty();
        assertThat(index.candidates(GramQuery.of("p"))).isEmpty();
        assertThat(index.candidates(GramQuery.any(List.of(GramQuery.of("ple"), GramQuery.of("ban")))))
                .hasValue(new int[] {0, 1});
    }

    @Test
    void leavesOutTrigramsWithALineEndButThoseOfLinesOfTwoBytes() throws IOException {
        GramIndex index = index(1, "a\nb", "ab\nc", "c\n\nd", "\nx\ncd", "\n", "e");
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.candidates(GramQuery.of("ab"))).hasValue(new int[] {1});
        assertThat(index.candidates(GramQuery.of("cd"))).hasValue(new int[] {3});
        assertThat(index.candidates(GramQuery.of("bc"))).hasValue(new int[0]);
    }

    @Test
    void holdsNothingIfThereIsNothing() throws IOException {
        GramIndex index = index(1);
        assertThat(index.candidates(GramQuery.of("abc"))).hasValue(new int[0]);
        assertThat(index.candidates(new GramQuery.All())).isEmpty();
    }

    @Test
    void findsEveryChunkThatFitsWhateverTheRuns() throws IOException {
        var random = new Random(3);
        String[] texts = IntStream.range(0, 700)
                .mapToObj(i -> {
                    var text = new StringBuilder();
                    for (int length = random.nextInt(80); length > 0; length--) {
                        text.append("abcdé\u0000\n".charAt(random.nextInt(7)));
                    }
                    return text.toString();
                })
                .toArray(String[]::new);
        GramIndex index = index(150, texts);
        for (int i = 0; i < 500; i++) {
            GramQuery query = query(random, 3);
            Optional<int[]> found = index.candidates(query);
            int[] fitting = IntStream.range(0, chunks.size())
                    .filter(chunk -> fits(query, chunks.get(chunk)))
                    .toArray();
            if (found.isPresent()) {
                assertThat(found.get()).as("%s", query).isSorted();
                assertThat(Arrays.stream(found.get()).boxed().toList())
                        .as("%s", query)
                        .containsAll(Arrays.stream(fitting).boxed().toList());
            }
            if (query instanceof GramQuery.Gram
                    || query instanceof GramQuery.Or or
                            && or.parts().stream().allMatch(GramQuery.Gram.class::isInstance)) {
                assertThat(found).hasValue(fitting);
            }
        }
    }

    private GramIndex index(int chunksInARun, String... texts) throws IOException {
        List<Path> runs = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        var grams = new ChunkGrams();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            chunks.add(bytes);
            grams.add(bytes, 0, bytes.length);
            if (grams.chunks() == chunksInARun) {
                flush(grams, runs, firsts);
            }
        }
        flush(grams, runs, firsts);
        GramMerge.merge(runs, firsts, texts.length, directory.resolve("grams"), directory.resolve("postings"));
        return GramIndex.open(directory.resolve("grams"), directory.resolve("postings"), texts.length);
    }

    private void flush(ChunkGrams grams, List<Path> runs, List<Integer> firsts) throws IOException {
        firsts.add(chunks.size() - grams.chunks());
        runs.add(directory.resolve("run" + runs.size()));
        GramRun.write(grams, runs.getLast());
    }

    private static GramQuery query(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            return GramQuery.of(IntStream.range(0, random.nextInt(4) == 0 ? 2 : 3)
                    .mapToObj(i -> "" + "abcdé\u0000\n".charAt(random.nextInt(6)))
                    .reduce("", String::concat));
        }
        List<GramQuery> parts = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> query(random, depth - 1))
                .toList();
        return kind == 1 ? GramQuery.all(parts) : GramQuery.any(parts);
    }

    private static boolean fits(GramQuery query, byte[] text) {
        return switch (query) {
            case GramQuery.All all -> true;
            case GramQuery.None none -> false;
            case GramQuery.Gram gram ->
                IntStream.range(0, Math.max(0, text.length - 2))
                        .anyMatch(i -> Arrays.equals(Arrays.copyOfRange(text, i, i + 3), new byte[] {
                            (byte) (gram.bytes() >> 16), (byte) (gram.bytes() >> 8), (byte) gram.bytes()
                        }));
            case GramQuery.Pair pair ->
                IntStream.range(0, Math.max(0, text.length - 1))
                        .anyMatch(i -> Arrays.equals(
                                Arrays.copyOfRange(text, i, i + 2),
                                new byte[] {(byte) (pair.bytes() >> 8), (byte) pair.bytes()}));
            case GramQuery.And and -> and.parts().stream().allMatch(part -> fits(part, text));
            case GramQuery.Or or -> or.parts().stream().anyMatch(part -> fits(part, text));
        };
    }
}
