package dev.bolt.search.ripgrep;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import dev.bolt.search.text.TextLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers the JSON lines that one ripgrep writes into the matches of each file. One thread gives them, another may take
 * what there is at any time; whatever comes later is left out.
 */
final class RipgrepEvents {
    private final JsonMapper json = JsonMapper.shared();
    private final List<FileMatches> files = new ArrayList<>();
    private final List<MatchedLine> open = new ArrayList<>();
    private @Nullable String path;
    private long matchedLines;
    private boolean matchInFile;
    private boolean taken;

    /**
     * Takes one line of output.
     *
     * @param limit matched lines after which no more are wanted, 0 for no bound
     * @return whether more are wanted
     */
    synchronized boolean accept(byte[] line, int limit) {
        if (taken) {
            return false;
        }
        event(line);
        return limit == 0 || matchedLines < limit;
    }

    /** What there is; a file that is still being searched counts with what it has. */
    synchronized RipgrepOutcome outcome(boolean complete) {
        taken = true;
        finish(null);
        return new RipgrepOutcome(files, matchedLines, complete);
    }

    private void event(byte[] line) {
        JsonNode event = json.readTree(line);
        JsonNode data = event.path("data");
        switch (event.path("type").asString()) {
            case "begin" -> begin(data);
            case "match" -> line(data, false);
            case "context" -> line(data, true);
            case "end" -> end(data.path("binary_offset"));
            default -> {}
        }
    }

    private void begin(JsonNode data) {
        String raw = new String(bytes(data.path("path")), StandardCharsets.UTF_8);
        path = raw.startsWith("./") ? raw.substring(2) : raw;
    }

    private void end(JsonNode binaryOffset) {
        finish(binaryOffset.isNumber() ? binaryOffset.asLong() : null);
    }

    private void finish(@Nullable Long binaryOffset) {
        if (path != null && matchInFile) {
            files.add(new FileMatches(path, open, binaryOffset));
        }
        open.clear();
        matchInFile = false;
        path = null;
    }

    private void line(JsonNode data, boolean context) {
        byte[] all = bytes(data.path("lines"));
        int length = all.length > 0 && all[all.length - 1] == '\n' ? all.length - 1 : all.length;
        TextLine line = TextLine.of(Arrays.copyOf(all, length));
        var submatches = new ArrayList<Submatch>();
        for (JsonNode submatch : data.path("submatches")) {
            submatches.add(line.submatch(
                    submatch.path("start").asInt(), submatch.path("end").asInt()));
        }
        open.add(line.matched(data.path("line_number").asInt(), context, submatches));
        if (!context) {
            matchedLines += 1;
            matchInFile = true;
        }
    }

    private static byte[] bytes(JsonNode text) {
        return text.has("text")
                ? text.path("text").asString().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(text.path("bytes").asString());
    }
}
