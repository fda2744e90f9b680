package dev.bolt.search;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.bolt.api.code.WorkspaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of ripgrep's published tests (BurntSushi/ripgrep, commit 3fce3b5b, MIT or Unlicense), told anew as data: the
 * tree, what is asked, and what ripgrep 15 finds. How it prints that is left out: what it prints follows from the
 * lines.
 *
 * @param name file and name of the test
 * @param folders empty ones
 * @param files content by path, each char a byte; a content in angle brackets is a {@link #haystacks() haystack}. A
 *     byte of a name that is no UTF-8 stands as {@code \xff}
 * @param repeated content by path of long files
 * @param links target by path
 * @param searches what is asked, one after the other
 */
record RipgrepCase(
        String name,
        @Nullable List<String> folders,
        Map<String, String> files,
        @Nullable Map<String, List<Run>> repeated,
        @Nullable Map<String, String> links,
        List<Search> searches) {
    private static final List<String> FILES = List.of("binary", "feature", "json", "misc", "multiline", "regression");

    /** A text so many times. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Run(String text, int times) {}

    /**
     * A request, as one of {@code search}, {@code inFiles} and {@code paths}: what is posted, without the workspace.
     *
     * @param root the folder of the tree that is the workspace; the tree itself if not given
     * @param files written right before
     * @param search to {@code /v1/searches}
     * @param inFiles to {@code /v1/searches/files}
     * @param paths to {@code /v1/searches/paths}
     * @param only only what lies at these paths is expected; all if not given
     * @param refused whether ripgrep refuses it
     * @param expected paths, or lines as {@link RipgrepReference#flatten} writes them
     * @param matched files alone, where the lines are too long to be told
     */
    record Search(
            @Nullable String root,
            @Nullable Map<String, String> files,
            @Nullable ObjectNode search,
            @Nullable ObjectNode inFiles,
            @Nullable ObjectNode paths,
            @Nullable List<String> only,
            @Nullable Boolean refused,
            @Nullable List<String> expected,
            @Nullable List<String> matched) {

        String uri() {
            return "/v1/searches" + (search != null ? "" : inFiles != null ? "/files" : "/paths");
        }

        JsonNode body(WorkspaceId workspace) {
            ObjectNode body = Objects.requireNonNull(search != null ? search : inFiles != null ? inFiles : paths)
                    .deepCopy();
            ObjectNode asked = inFiles == null ? body : (ObjectNode) body.get("query");
            asked.put("workspace", workspace.value());
            return body;
        }

        /** What of the paths or lines was asked for: paths alone where those are expected. */
        List<String> asked(List<String> found) {
            return found.stream()
                    .filter(line -> only == null || only.stream().anyMatch(path -> lies(line, path)))
                    .map(line -> matched == null ? line : line.substring(0, line.indexOf(':')))
                    .distinct()
                    .toList();
        }

        List<String> answer() {
            return Objects.requireNonNull(matched == null ? expected : matched);
        }

        private static boolean lies(String line, String path) {
            return line.equals(path) || line.startsWith(path + ":") || line.startsWith(path + "/");
        }
    }

    static List<RipgrepCase> all() throws IOException {
        var all = new ArrayList<RipgrepCase>();
        for (String file : FILES) {
            all.addAll(read(file, new TypeReference<List<RipgrepCase>>() {}));
        }
        return all;
    }

    /**
     * Contents that many tests have. Of {@code sherlock-nul}, a book, there are the lines that a test asks for, in
     * their places, between others of the same number and size.
     */
    static Map<String, String> haystacks() throws IOException {
        return read("haystacks", new TypeReference<Map<String, List<Run>>>() {}).entrySet().stream()
                .collect(Collectors.toMap(haystack -> "<" + haystack.getKey() + ">", each -> text(each.getValue())));
    }

    void in(Path tree, Map<String, String> haystacks) throws IOException, InterruptedException {
        for (String folder : folders == null ? List.<String>of() : folders) {
            Files.createDirectories(tree.resolve(folder));
        }
        write(tree, files, haystacks);
        if (repeated != null) {
            for (Map.Entry<String, List<Run>> file : repeated.entrySet()) {
                write(tree, Map.of(file.getKey(), text(file.getValue())), haystacks);
            }
        }
        for (Map.Entry<String, String> link : (links == null ? Map.<String, String>of() : links).entrySet()) {
            Path path = tree.resolve(link.getKey());
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of(link.getValue()));
        }
    }

    static void write(Path tree, Map<String, String> files, Map<String, String> haystacks)
            throws IOException, InterruptedException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = tree.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            String content = haystacks.getOrDefault(file.getValue(), file.getValue());
            Files.write(path, content.getBytes(StandardCharsets.ISO_8859_1));
            if (file.getKey().contains("\\x")) {
                new ProcessBuilder("bash", "-c", "mv -- \"$1\" \"$(printf \"$1\")\"", "bash", file.getKey())
                        .directory(tree.toFile())
                        .start()
                        .waitFor();
            }
        }
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(run -> run.text().repeat(run.times())).collect(Collectors.joining());
    }

    private static <T> T read(String file, TypeReference<T> type) throws IOException {
        try (InputStream in = RipgrepCase.class.getResourceAsStream("ripgrep/" + file + ".json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(in), type);
        }
    }
}
