package dev.bolt.einstein.lexical;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the words say of one file, gathered part by part; each 0 to 1, 0 if a part says nothing. As a map, those that
 * say something: of thousands of files that a question finds, few are asked.
 */
final class FileParts extends AbstractMap<String, Double> {
    private static final double PATH_WEIGHT = 0.5;
    private static final double OUTLINE_WEIGHT = 0.5;
    private static final double DEFINITION_WEIGHT = 1.0;

    double body;
    double path;
    double outline;
    double definition;

    /** @param factor of the file's standing */
    double score(double factor) {
        return factor * (body + PATH_WEIGHT * path + OUTLINE_WEIGHT * outline + DEFINITION_WEIGHT * definition);
    }

    @Override
    public Set<Map.Entry<String, Double>> entrySet() {
        Map<String, Double> words = LinkedHashMap.newLinkedHashMap(4);
        put(words, "body", body);
        put(words, "path", path);
        put(words, "outline", outline);
        put(words, "definition", definition);
        return words.entrySet();
    }

    private static void put(Map<String, Double> words, String word, double share) {
        if (share > 0) {
            words.put(word, share);
        }
    }
}
