package dev.bolt.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.TextQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of ripgrep's published tests (BurntSushi/ripgrep, commit 3fce3b5b, MIT or Unlicense), told anew as data: the
 * tree, the arguments that say what is found, and the lines that ripgrep 15 finds. How it prints them is left out.
 *
 * @param name file and name of the test
 * @param folders empty ones
 * @param files content by path, each char a byte
 * @param searches what is asked
 */
record RipgrepCase(String name, @Nullable List<String> folders, Map<String, String> files, List<Search> searches) {

    /**
     * @param flags letters of ripgrep's options, {@code h} for hidden and {@code I} for no ignore rules
     * @param paths only what lies here is expected; all if not given
     * @param refused whether ripgrep refuses the pattern
     * @param expected as {@link RipgrepReference#flatten} writes lines
     */
    record Search(
            List<String> patterns,
            @Nullable String flags,
            @Nullable List<String> globs,
            @Nullable List<String> types,
            @Nullable List<String> typesNot,
            @Nullable List<String> paths,
            @Nullable Integer before,
            @Nullable Integer after,
            @Nullable Integer maxCount,
            @Nullable Boolean refused,
            List<String> expected) {

        TextQuery query(WorkspaceId workspace) {
            return TextQuery.of(workspace, patterns)
                    .fixedStrings(has("F"))
                    .caseMode(has("i") ? CaseMode.INSENSITIVE : has("S") ? CaseMode.SMART : null)
                    .wordRegexp(has("w"))
                    .lineRegexp(has("x"))
                    .invertMatch(has("v"))
                    .multiline(has("U"))
                    .hidden(has("h"))
                    .noIgnore(has("I"))
                    .globs(globs)
                    .types(types)
                    .typesNot(typesNot)
                    .beforeContext(before == null ? 0 : before)
                    .afterContext(after == null ? 0 : after)
                    .maxCount(maxCount)
                    .build();
        }

        /** Whether a line, as it is written in {@code expected}, lies where it was asked for. */
        boolean asks(String line) {
            return paths == null
                    || paths.stream().anyMatch(path -> line.startsWith(path + ":") || line.startsWith(path + "/"));
        }

        private boolean has(String letter) {
            return flags != null && flags.contains(letter);
        }
    }

    static List<RipgrepCase> all() throws IOException {
        try (InputStream in = RipgrepCase.class.getResourceAsStream("ripgrep-cases.json")) {
            return List.of(JsonMapper.shared().readValue(Objects.requireNonNull(in), RipgrepCase[].class));
        }
    }

    void in(Path root) throws IOException {
        for (String folder : folders == null ? List.<String>of() : folders) {
            Files.createDirectories(root.resolve(folder));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue().getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
