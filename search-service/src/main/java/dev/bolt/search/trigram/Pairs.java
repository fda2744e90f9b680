package dev.bolt.search.trigram;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes trigrams of pairs: a line with two bytes in a row has a trigram that begins or ends with them, and one of these
 * two bytes alone has them with its end ({@link ChunkGrams}).
 */
final class Pairs {
    private Pairs() {}

    /** The same without pairs; those that more than half of the chunks may have rule out too little. */
    static GramQuery resolve(GramQuery query, GramIndex index) {
        return switch (query) {
            case GramQuery.Pair pair -> grams(pair.bytes(), index);
            case GramQuery.And and when and.hasPair() -> GramQuery.all(each(some(and.parts()), index));
            case GramQuery.Or or when or.hasPair() -> GramQuery.any(each(or.parts(), index));
            case GramQuery.And _, GramQuery.Or _, GramQuery.All _, GramQuery.None _, GramQuery.Gram _ -> query;
        };
    }

    /** The more must hold, the less the last ones tell. */
    private static List<GramQuery> some(List<GramQuery> parts) {
        return parts.subList(0, Math.min(parts.size(), GramQuery.MOST_PAIRS));
    }

    private static List<GramQuery> each(List<GramQuery> parts, GramIndex index) {
        return parts.stream().map(part -> resolve(part, index)).toList();
    }

    private static GramQuery grams(int pair, GramIndex index) {
        List<GramQuery> grams = new ArrayList<>();
        long chunks = 0;
        int beyond = index.firstFrom((pair + 1) << 8);
        for (int entry = index.firstFrom(pair << 8); entry < beyond; entry++) {
            grams.add(new GramQuery.Gram(index.gram(entry)));
            chunks += index.count(entry);
        }
        for (int first = 0; first < 256; first++) {
            int gram = first << 16 | pair;
            int entry = index.entry(gram);
            if (entry >= 0) {
                grams.add(new GramQuery.Gram(gram));
                chunks += index.count(entry);
            }
        }
        return chunks > index.chunks() / 2 ? new GramQuery.All() : GramQuery.any(grams);
    }
}
