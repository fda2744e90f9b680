package dev.bolt.cli.render;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says which services could not read or parse how many files. */
final class Failed {
    private Failed() {}

    /** Such as {@code 2 failed in analysis, 1 in search}; empty if there are none. */
    static String words(Map<String, Integer> failed) {
        String each = new TreeMap<>(failed)
                .entrySet().stream()
                        .map(entry -> entry.getValue() + " in " + entry.getKey())
                        .collect(Collectors.joining(", "));
        return each.replaceFirst(" in ", " failed in ");
    }
}
