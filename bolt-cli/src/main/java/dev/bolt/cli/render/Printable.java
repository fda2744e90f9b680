package dev.bolt.cli.render;

import dev.bolt.cli.client.Json;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a terminal shows and does not obey: code, questions and names of files come from others, who may have put escape
 * sequences or characters that turn the line around into them (CVE-2021-42574).
 */
final class Printable {
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]");

    private Printable() {}

    /** The same value, each such character in its strings replaced by U+FFFD. */
    static <T> T of(T value, Class<T> type) {
        return Json.MAPPER.treeToValue(clean(Json.MAPPER.valueToTree(value)), type);
    }

    /** The same text, lines ended by a newline alone. */
    static String text(String text) {
        return OBEYED.matcher(text.replace("\r\n", "\n")).replaceAll("\ufffd");
    }

    private static JsonNode clean(JsonNode node) {
        return switch (node) {
            case StringNode string -> StringNode.valueOf(text(string.stringValue()));
            case ObjectNode object -> {
                object.properties().forEach(property -> property.setValue(clean(property.getValue())));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, clean(array.get(i)));
                }
                yield array;
            }
            default -> node;
        };
    }
}
