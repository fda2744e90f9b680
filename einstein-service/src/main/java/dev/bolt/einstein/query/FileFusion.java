package dev.bolt.einstein.query;

import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.einstein.lexical.ChunkHit;
import dev.bolt.einstein.lexical.FileHit;
import dev.bolt.einstein.lexical.Standing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds to what the words say of a file the meaning of its best chunk:
 *
 * <pre>  words + 0.5 · (likeness − least) / (most − least),</pre>
 *
 * the least and most of this answer, times the file's {@link Standing}. A file that the vectors alone found begins at
 * nothing, and what ends at nothing is not answered. Ties are broken by path.
 */
final class FileFusion {
    private static final double WEIGHT = 0.5;
    private static final Comparator<Scored> BEST = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.file().path());

    private FileFusion() {}

    /** A file of thousands, of which few are answered. */
    private record Scored(FileHit file, double meaning, double score) {
        static Scored of(FileHit file, double meaning, boolean aboutTests) {
            double gain = meaning == 0
                    ? 0
                    : WEIGHT * meaning * Standing.of(file.path()).factor(aboutTests);
            return new Scored(file, meaning, file.score() + gain);
        }

        SimilarFile answer() {
            Map<String, Double> parts = new HashMap<>(file.parts());
            if (meaning != 0) {
                parts.put(Ranked.SEMANTIC, meaning);
            }
            return new SimilarFile(file.path(), score, parts);
        }
    }

    /** What the words alone say, best first. */
    static List<SimilarFile> alone(List<FileHit> words, int limit) {
        return words.stream()
                .limit(limit)
                .map(file -> new SimilarFile(file.path(), file.score(), file.parts()))
                .toList();
    }

    /**
     * Both, best first.
     *
     * @param coverage as for chunks: part of the best hits of the words that have a vector, 0 to 1
     * @param limit files at most
     */
    static List<SimilarFile> fuse(
            List<FileHit> words, List<ChunkHit> semantic, double coverage, boolean aboutTests, int limit) {
        double least = semantic.stream().mapToDouble(ChunkHit::score).min().orElse(0);
        double most = semantic.stream().mapToDouble(ChunkHit::score).max().orElse(0);
        if (most <= least) {
            return alone(words, limit);
        }
        Map<String, Double> meaning = new HashMap<>();
        semantic.forEach(
                hit -> meaning.merge(hit.path(), coverage * (hit.score() - least) / (most - least), Math::max));
        Map<String, FileHit> files = new HashMap<>();
        words.forEach(file -> files.put(file.path(), file));
        meaning.keySet().forEach(path -> files.computeIfAbsent(path, same -> new FileHit(same, 0, Map.of())));
        return files.values().stream()
                .map(file -> Scored.of(file, meaning.getOrDefault(file.path(), 0.0), aboutTests))
                .filter(file -> file.score() > 0)
                .sorted(BEST)
                .limit(limit)
                .map(Scored::answer)
                .toList();
    }
}
