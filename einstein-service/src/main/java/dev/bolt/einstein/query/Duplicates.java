package dev.bolt.einstein.query;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.einstein.chunk.ChunkId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers one of several chunks that say the same: those with equal text, or of one kind with at least nine tenths of
 * their distinct words in common (Jaccard). Quadratic in the answers, linear in their words.
 */
final class Duplicates {
    private static final double SAME = 0.9;
    private static final Pattern NO_WORD = Pattern.compile("\\W+");

    private final Map<ChunkId, Set<String>> words = new HashMap<>();

    private Duplicates(Map<ChunkId, String> inputs) {
        inputs.forEach((id, input) ->
                words.put(id, new HashSet<>(NO_WORD.splitAsStream(input).toList())));
    }

    /**
     * The best, each of its kind once.
     *
     * @param ranked best first
     * @param inputs what the chunks say; one that is missing is like none but its equals
     * @param limit chunks at most
     */
    static List<SimilarChunk> collapse(List<Ranked> ranked, Map<ChunkId, String> inputs, int limit) {
        var duplicates = new Duplicates(inputs);
        var kept = new ArrayList<Ranked>();
        var also = new ArrayList<List<SourceSpan>>();
        for (Ranked one : ranked) {
            int same = 0;
            while (same < kept.size() && !duplicates.same(one, kept.get(same))) {
                same++;
            }
            if (same < kept.size()) {
                also.get(same).add(one.span());
            } else if (kept.size() < limit) {
                kept.add(one);
                also.add(new ArrayList<>());
            }
        }
        var answer = new ArrayList<SimilarChunk>();
        for (int i = 0; i < kept.size(); i++) {
            Ranked one = kept.get(i);
            answer.add(new SimilarChunk(
                    one.span(), one.hit().symbol(), one.hit().kind(), one.score(), also.get(i), one.sources()));
        }
        return answer;
    }

    private boolean same(Ranked one, Ranked other) {
        if (one.hit().id().equals(other.hit().id())) {
            return true;
        }
        Set<String> some = words.getOrDefault(one.hit().id(), Set.of());
        Set<String> others = words.getOrDefault(other.hit().id(), Set.of());
        int smaller = Math.min(some.size(), others.size());
        int larger = Math.max(some.size(), others.size());
        if (!one.hit().kind().equals(other.hit().kind()) || smaller < SAME * larger) {
            return false;
        }
        long common = some.stream().filter(others::contains).count();
        return larger > 0 && common >= SAME * (some.size() + others.size() - common);
    }
}
