package dev.bolt.benchmarks.localization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change that was made.
 *
 * @param id its name
 * @param commit the tree before it
 * @param query its words
 * @param files what it changed, tests left out
 * @param functions what it changed, as {@code path::Class.function}; may be empty
 */
record Pair(String id, String commit, String query, List<String> files, List<String> functions) {
    Pair {
        files = List.copyOf(files);
        functions = List.copyOf(functions);
    }

    /** One JSON object a line. */
    static List<Pair> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(node -> new Pair(
                        node.path("id").asString(),
                        node.path("commit").asString(),
                        node.path("query").asString(),
                        strings(node.path("gold_files")),
                        strings(node.path("gold_functions"))))
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        var strings = new ArrayList<String>();
        array.forEach(one -> strings.add(one.asString()));
        return strings;
    }
}
