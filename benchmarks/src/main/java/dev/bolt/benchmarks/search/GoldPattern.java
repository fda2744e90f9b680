package dev.bolt.benchmarks.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pattern whose lines are known by their hash alone.
 *
 * @param id its name
 * @param commit of the tree that it was searched in
 * @param glob the files that it was searched in; null for all
 * @param sha256 of the sorted lines {@code path:line} that ripgrep printed, joined by line ends
 */
record GoldPattern(
        String id,
        String commit,
        String pattern,
        boolean word,
        boolean ignoreCase,
        boolean multiline,
        @Nullable String glob,
        String sha256) {

    /** One JSON object a line. */
    static List<GoldPattern> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(GoldPattern::parse).toList();
    }

    static GoldPattern parse(String line) {
        JsonNode node = JsonMapper.shared().readTree(line);
        return new GoldPattern(
                node.path("id").asString(),
                node.path("commit").asString(),
                node.path("pattern").asString(),
                node.path("word").asBoolean(),
                node.path("ignore_case").asBoolean(),
                node.path("multiline").asBoolean(),
                node.path("glob").isString() ? node.path("glob").asString() : null,
                node.path("sha256").asString());
    }

    TextQuery query(WorkspaceId workspace) {
        return TextQuery.of(workspace, List.of(pattern))
                .wordRegexp(word)
                .caseMode(ignoreCase ? CaseMode.INSENSITIVE : null)
                .multiline(multiline)
                .globs(glob == null ? null : List.of(glob))
                .build();
    }

    /** Whether all that was found is what was searched for, no line more and none less. */
    boolean isAnsweredBy(SearchResult found) {
        String lines =
                found.files().stream().flatMap(GoldPattern::lines).sorted().collect(Collectors.joining("\n"));
        return found.complete() && sha256.equals(hash(lines));
    }

    /** Each line of a match over several counts. */
    private static Stream<String> lines(FileMatches file) {
        return file.lines().stream()
                .flatMapToInt(match -> IntStream.rangeClosed(
                        match.line(),
                        match.line()
                                + (int) match.text()
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count()))
                .mapToObj(line -> file.path() + ":" + line);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
