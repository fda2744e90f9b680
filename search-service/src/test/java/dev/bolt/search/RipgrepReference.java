package dev.bolt.search;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import dev.bolt.api.search.TextQuery;
import dev.bolt.search.ripgrep.RipgrepArguments;
import dev.bolt.search.ripgrep.RipgrepBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the real ripgrep prints, lines and NULs that end a file, read by a few lines of code that share nothing with the
 * service.
 */
public final class RipgrepReference {
    /** Not so empty that ripgrep leaves it out. */
    private static final String NOTHING = "nothing-has-this-7f3a|[^\\s\\S]";

    private static final Logger log = LoggerFactory.getLogger(RipgrepReference.class);

    private RipgrepReference() {}

    public static List<String> lines(RipgrepBinary binary, Path root, TextQuery query) {
        return lines(root, RipgrepArguments.of(binary, query, 1));
    }

    /**
     * The same for who has answered already: where ripgrep has other lines, those that it has with one more pattern,
     * which nothing matches, if they are the answered ones. For some patterns ripgrep 15 first looks for a string
     * inside of them and then misses a match that begins before: of {@code class} {@code ([^x][sSſ])*(?-i:s)} with
     * {@code -i} has {@code ss}, and {@code ass} with one more pattern or by PCRE2.
     */
    public static List<String> lines(RipgrepBinary binary, Path root, TextQuery query, List<String> answered) {
        List<String> lines = lines(binary, root, query);
        if (lines.equals(answered) || query.fixedStrings()) {
            return lines;
        }
        List<String> patterns = new ArrayList<>(query.patterns());
        patterns.add(NOTHING);
        List<String> surely = lines(binary, root, query.but().patterns(patterns).build());
        if (!surely.equals(answered)) {
            return lines;
        }
        log.info("ripgrep misses the leftmost match of {}", query);
        return surely;
    }

    /** What a command of ripgrep with {@code --json} prints. */
    static List<String> lines(Path root, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var lines = new ArrayList<String>();
            for (String line : output.split("\n")) {
                if (!line.isEmpty()) {
                    add(JsonMapper.shared().readTree(line), lines);
                }
            }
            return lines.stream().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> flatten(List<FileMatches> files) {
        var lines = new ArrayList<String>();
        for (FileMatches file : files) {
            if (file.binaryOffset() != null) {
                lines.add("%s:NUL at %d"
                        .formatted(latin1(file.path().getBytes(StandardCharsets.UTF_8)), file.binaryOffset()));
            }
            for (MatchedLine line : file.lines()) {
                var spans = new StringBuilder();
                for (Submatch submatch : line.submatches()) {
                    spans.append(submatch.startByte())
                            .append('-')
                            .append(submatch.endByte())
                            .append(' ');
                }
                lines.add("%s:%d:%s:%s:%s"
                        .formatted(
                                latin1(file.path().getBytes(StandardCharsets.UTF_8)),
                                line.line(),
                                line.context(),
                                spans,
                                raw(line)));
            }
        }
        return lines.stream().sorted().toList();
    }

    private static String raw(MatchedLine line) {
        byte[] bytes = line.bytes() == null
                ? line.text().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(line.bytes());
        return latin1(bytes);
    }

    /** The bytes themselves, readable where they are ASCII, so that no decoder hides a difference. */
    private static String latin1(byte[] bytes) {
        var text = new StringBuilder();
        for (byte b : bytes) {
            text.append(b >= ' ' || b == '\n' ? Character.toString(b) : "\\x%02x".formatted(b));
        }
        return text.toString();
    }

    private static void add(JsonNode event, List<String> lines) {
        String type = event.path("type").asString();
        JsonNode data = event.path("data");
        String path = decode(data.path("path")).replaceFirst("^\\./", "");
        if (type.equals("end") && data.path("binary_offset").isNumber()) {
            lines.add("%s:NUL at %d".formatted(path, data.path("binary_offset").asLong()));
        }
        if (!type.equals("match") && !type.equals("context")) {
            return;
        }
        var spans = new StringBuilder();
        for (JsonNode submatch : data.path("submatches")) {
            spans.append(submatch.path("start").asInt())
                    .append('-')
                    .append(submatch.path("end").asInt())
                    .append(' ');
        }
        String text = decode(data.path("lines"));
        lines.add("%s:%d:%s:%s:%s"
                .formatted(
                        path,
                        data.path("line_number").asInt(),
                        type.equals("context"),
                        spans,
                        text.replaceFirst("\n$", "")));
    }

    private static String decode(JsonNode text) {
        return text.has("text")
                ? latin1(text.path("text").asString().getBytes(StandardCharsets.UTF_8))
                : latin1(Base64.getDecoder().decode(text.path("bytes").asString()));
    }
}
