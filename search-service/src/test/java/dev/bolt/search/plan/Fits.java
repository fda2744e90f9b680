package dev.bolt.search.plan;

import dev.bolt.search.trigram.GramQuery;
import java.nio.charset.StandardCharsets;

/** Whether a text fits a query, by looking at the text. */
final class Fits {
    private Fits() {}

    static boolean query(GramQuery query, byte[] text) {
        return switch (query) {
            case GramQuery.All all -> true;
            case GramQuery.None none -> false;
            case GramQuery.Gram gram -> holds(gram.bytes(), text);
            case GramQuery.Pair pair -> holdsPair(pair.bytes(), text);
            case GramQuery.And and -> and.parts().stream().allMatch(part -> query(part, text));
            case GramQuery.Or or -> or.parts().stream().anyMatch(part -> query(part, text));
        };
    }

    static boolean query(GramQuery query, String text) {
        return query(query, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean holds(int gram, byte[] text) {
        for (int i = 0; i + 2 < text.length; i++) {
            if (((text[i] & 0xFF) << 16 | (text[i + 1] & 0xFF) << 8 | (text[i + 2] & 0xFF)) == gram) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsPair(int pair, byte[] text) {
        for (int i = 0; i + 1 < text.length; i++) {
            if (((text[i] & 0xFF) << 8 | (text[i + 1] & 0xFF)) == pair) {
                return true;
            }
        }
        return false;
    }
}
