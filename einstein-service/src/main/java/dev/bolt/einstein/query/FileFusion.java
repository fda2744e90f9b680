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
    private static final Comparator<SimilarFile> BEST =
            Comparator.comparingDouble(SimilarFile::score).reversed().thenComparing(SimilarFile::path);

    private FileFusion() {}

    /** What the words alone say, best first. */
    static List<SimilarFile> alone(List<FileHit> words) {
        return words.stream()
                .map(file -> new SimilarFile(file.path(), file.score(), file.parts()))
                .toList();
    }

    /**
     * Both, best first.
     *
     * @param coverage as for chunks: part of the best hits of the words that have a vector, 0 to 1
     */
    static List<SimilarFile> fuse(List<FileHit> words, List<ChunkHit> semantic, double coverage, boolean aboutTests) {
        double least = semantic.stream().mapToDouble(ChunkHit::score).min().orElse(0);
        double most = semantic.stream().mapToDouble(ChunkHit::score).max().orElse(0);
        if (most <= least) {
            return alone(words);
        }
        Map<String, Double> meaning = new HashMap<>();
        semantic.forEach(
                hit -> meaning.merge(hit.path(), coverage * (hit.score() - least) / (most - least), Math::max));
        Map<String, FileHit> files = new HashMap<>();
        words.forEach(file -> files.put(file.path(), file));
        meaning.keySet().forEach(path -> files.computeIfAbsent(path, same -> new FileHit(same, 0, Map.of())));
        return files.values().stream()
                .map(file -> fused(file, meaning.getOrDefault(file.path(), 0.0), aboutTests))
                .filter(file -> file.score() > 0)
                .sorted(BEST)
                .toList();
    }

    private static SimilarFile fused(FileHit file, double meaning, boolean aboutTests) {
        if (meaning == 0) {
            return new SimilarFile(file.path(), file.score(), file.parts());
        }
        Map<String, Double> parts = new HashMap<>(file.parts());
        parts.put(Ranked.SEMANTIC, meaning);
        double gain = WEIGHT * meaning * Standing.of(file.path()).factor(aboutTests);
        return new SimilarFile(file.path(), file.score() + gain, parts);
    }
}
