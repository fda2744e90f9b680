package dev.bolt.benchmarks.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.TextQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query of the suite.
 *
 * @param name its number
 * @param kind what there is to look for: {@code literal}, {@code alternation}, {@code short} (one or two characters),
 *     {@code none} or {@code multiline}
 * @param flags ripgrep's
 * @param pattern Rust's syntax
 */
record SuiteQuery(String name, String kind, List<String> flags, String pattern) {

    /**
     * All of a suite: {@code linux}, those of ripgrep's own benchmark ("ripgrep is faster than ...", 2016) and more of
     * the kind, or {@code python}, which fit any tree of it.
     *
     * @throws NullPointerException if there is no such suite
     */
    static List<SuiteQuery> all(String suite) throws IOException {
        try (InputStream in = SuiteQuery.class.getResourceAsStream(suite + ".tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(SuiteQuery::parse)
                    .toList();
        }
    }

    /** Fifty names of functions of Linux, each as a literal. */
    static List<SuiteQuery> names() throws IOException {
        try (InputStream in = SuiteQuery.class.getResourceAsStream("names.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(name -> new SuiteQuery(name, "literal", List.of(), name))
                    .toList();
        }
    }

    private static SuiteQuery parse(String line) {
        String[] fields = line.split("\t");
        List<String> flags = Arrays.stream(fields[2].split(" "))
                .filter(flag -> !flag.isEmpty())
                .toList();
        return new SuiteQuery(fields[0], fields[1], flags, fields[3]);
    }

    /** As Bolt is asked. */
    TextQuery query(WorkspaceId workspace) {
        return TextQuery.of(workspace, List.of(pattern))
                .fixedStrings(flags.contains("-F"))
                .caseMode(flags.contains("-i") ? CaseMode.INSENSITIVE : null)
                .wordRegexp(flags.contains("-w"))
                .multiline(flags.contains("-U"))
                .globs(after("-g"))
                .types(flags.stream()
                        .filter(flag -> flag.startsWith("-t"))
                        .map(flag -> flag.substring(2))
                        .toList())
                .build();
    }

    /** As ripgrep is asked, with line numbers. */
    List<String> command() {
        var command = new ArrayList<>(List.of("rg", "--no-config", "--no-ignore-global", "-n"));
        command.addAll(flags);
        command.addAll(List.of("-e", pattern, "--", "./"));
        return command;
    }

    /** As codesearch is asked; empty for what it does not have. */
    Optional<List<String>> codesearch() {
        if (flags.contains("-U") || pattern.contains("(?-u)") || flags.stream().anyMatch(f -> f.startsWith("-t"))) {
            return Optional.empty();
        }
        String regex = flags.contains("-F") ? "\\Q" + pattern + "\\E" : pattern;
        var command = new ArrayList<>(List.of("csearch", "-n"));
        if (flags.contains("-i")) {
            command.add("-i");
        }
        if (flags.contains("-g")) {
            command.addAll(List.of("-f", flags.get(flags.indexOf("-g") + 1).replace("*.", "\\.") + "$"));
        }
        command.add(flags.contains("-w") ? "\\b(?:" + regex + ")\\b" : regex);
        return Optional.of(command);
    }

    private @Nullable List<String> after(String flag) {
        int at = flags.indexOf(flag);
        return at < 0 ? null : List.of(flags.get(at + 1));
    }
}
