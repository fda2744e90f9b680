package dev.bolt.einstein.lexical;

import java.util.HashMap;
import java.util.Map;

/** What the words say of one file, gathered part by part; each 0 to 1, 0 if a part says nothing. */
final class FileParts {
    private static final double PATH_WEIGHT = 0.5;
    private static final double OUTLINE_WEIGHT = 0.5;
    private static final double DEFINITION_WEIGHT = 1.0;

    double body;
    double path;
    double outline;
    double definition;
    /** Of the file's standing. */
    double factor = 1;

    double score() {
        return factor * (body + PATH_WEIGHT * path + OUTLINE_WEIGHT * outline + DEFINITION_WEIGHT * definition);
    }

    /** Those that say something. */
    Map<String, Double> words() {
        Map<String, Double> words = HashMap.newHashMap(4);
        put(words, "body", body);
        put(words, "path", path);
        put(words, "outline", outline);
        put(words, "definition", definition);
        return words;
    }

    private static void put(Map<String, Double> words, String word, double share) {
        if (share > 0) {
            words.put(word, share);
        }
    }
}
