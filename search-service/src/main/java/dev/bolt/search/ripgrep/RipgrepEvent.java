package dev.bolt.search.ripgrep;

import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import dev.bolt.platform.workspace.PathBytes;
import dev.bolt.search.text.TextLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * One of ripgrep's JSON lines (grep-printer 0.3, {@code jsont.rs}), read token by token: one line of text may have a
 * hundred thousand matches, and as a tree each would take half a kilobyte. Used again and again, by one thread.
 */
final class RipgrepEvent {
    private final JsonFactory json = new JsonFactory();
    private final List<int[]> submatches = new ArrayList<>();
    private String type = "";
    private byte[] path = {};
    private byte[] text = {};
    private int number;
    private @Nullable Long binaryOffset;

    /** Takes what a line says in the place of the one before. */
    void read(byte[] line) {
        submatches.clear();
        type = "";
        path = new byte[0];
        text = new byte[0];
        number = 0;
        binaryOffset = null;
        try (JsonParser in = json.createParser(line)) {
            in.nextToken();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "type" -> type = in.getString();
                    case "data" -> data(in);
                    default -> in.skipChildren();
                }
            }
        }
    }

    private void data(JsonParser in) {
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            JsonToken value = in.nextToken();
            switch (name) {
                case "path" -> path = bytes(in);
                case "lines" -> text = bytes(in);
                case "line_number" -> number = value == JsonToken.VALUE_NUMBER_INT ? in.getIntValue() : 0;
                case "binary_offset" -> binaryOffset = value == JsonToken.VALUE_NUMBER_INT ? in.getLongValue() : null;
                case "submatches" -> submatches(in);
                default -> in.skipChildren();
            }
        }
    }

    private void submatches(JsonParser in) {
        while (in.nextToken() == JsonToken.START_OBJECT) {
            int[] places = new int[2];
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "start" -> places[0] = in.getIntValue();
                    case "end" -> places[1] = in.getIntValue();
                    default -> in.skipChildren();
                }
            }
            submatches.add(places);
        }
    }

    /** Text, or bytes that are none; nothing where it is null. */
    private static byte[] bytes(JsonParser in) {
        byte[] bytes = {};
        if (in.currentToken() != JsonToken.START_OBJECT) {
            return bytes;
        }
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            bytes = name.equals("text")
                    ? in.getString().getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder().decode(in.getString());
        }
        return bytes;
    }

    /** {@code begin}, {@code match}, {@code context}, {@code end} or {@code summary}. */
    String type() {
        return type;
    }

    /** The path of the file. */
    String path() {
        return PathBytes.text(path);
    }

    /** Where a NUL ended the search; null if none did. */
    @Nullable
    Long binaryOffset() {
        return binaryOffset;
    }

    /** The line of a match or beside one. */
    MatchedLine line(boolean context) {
        int length = text.length > 0 && text[text.length - 1] == '\n' ? text.length - 1 : text.length;
        TextLine line = TextLine.of(Arrays.copyOf(text, length));
        List<Submatch> places = new ArrayList<>(submatches.size());
        for (int[] place : submatches) {
            places.add(line.submatch(place[0], place[1]));
        }
        return line.matched(number, context, places);
    }
}
