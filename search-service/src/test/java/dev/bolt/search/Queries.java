package dev.bolt.search;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.TextQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Queries to compare with ripgrep: every pattern with every variation that makes sense for it. */
public final class Queries {
    public static final WorkspaceId WORKSPACE = new WorkspaceId("sample");

    public static final List<String> PATTERNS = List.of(
            "send",
            "Send",
            "TIMEOUT",
            "not there at all",
            "def \\w+",
            "\\bsend\\b",
            "^send",
            "send$",
            "^$",
            "^\\s*$",
            "s.nd",
            "[a-z]+_[a-z]+",
            "[^a-z\\s]{3,}",
            "\\d+",
            "\\D\\d",
            "[0-9a-f]{40}",
            "(?i)send",
            "(?:foo|send|TODO)",
            "TODO|FIXME",
            "(send) (short|hidden)",
            "\\p{Greek}",
            "\\p{Lu}\\w+",
            "\\pL+",
            "é",
            "日本語",
            "😀",
            "[[:upper:]]{2,}",
            "[[:alpha:]_]+\\(",
            "\\w+\\s+\\w+\\s+\\w+",
            "a\\.b",
            "a\\*b",
            "\\$HOME",
            "\\(x\\)",
            "\\[y\\]",
            "\\\\back",
            "--pre=./evil.sh",
            "-e",
            "x{3}",
            "s\\w*?d",
            "(([a-z&&[^aeiou]]){0,2}?[\\w--\\d]??)+[é-ü]?(?-u:\\w)",
            "(?:\\b|[a-z])+d",
            "(?:(?:|s)e?n??)*d",
            "(?:s?e?){2,}n??d",
            "(?P<verb>send)",
            "(?<verb>send)",
            "caf.",
            "\\x73end",
            "\\u{73}end",
            "\\t",
            "[\\t ]+return",
            ".",
            ".*",
            "k");

    private Queries() {}

    public static List<TextQuery> all() {
        var queries = new ArrayList<TextQuery>();
        for (String pattern : PATTERNS) {
            TextQuery plain = TextQuery.regex(WORKSPACE, pattern, 0);
            queries.add(plain);
            queries.add(with(plain, q -> copy(q, CaseMode.INSENSITIVE, false, false, false, 0, null)));
            queries.add(with(plain, q -> copy(q, CaseMode.SMART, true, false, false, 0, null)));
            queries.add(with(plain, q -> copy(q, null, false, true, false, 0, null)));
            queries.add(with(plain, q -> copy(q, null, false, false, true, 0, null)));
            queries.add(with(plain, q -> copy(q, null, false, false, false, 1, 1)));
            queries.add(TextQuery.of(WORKSPACE, List.of(pattern, "keep"))
                    .fixedStrings(true)
                    .hidden(true)
                    .noIgnore(true)
                    .afterContext(2)
                    .build());
        }
        for (List<String> globs : List.of(
                List.of("*.py"),
                List.of("!*.py"),
                List.of("*.txt", "!a/**"),
                List.of("src/**"),
                List.of("*.{md,js}"),
                List.of("/a*"))) {
            queries.add(TextQuery.of(WORKSPACE, List.of("send")).globs(globs).build());
        }
        for (String type : List.of("py", "js", "md", "json", "txt")) {
            queries.add(
                    TextQuery.of(WORKSPACE, List.of("e")).types(List.of(type)).build());
            queries.add(TextQuery.of(WORKSPACE, List.of("e"))
                    .typesNot(List.of(type))
                    .build());
        }
        return queries;
    }

    private static TextQuery with(TextQuery query, UnaryOperator<TextQuery> change) {
        return change.apply(query);
    }

    private static TextQuery copy(
            TextQuery q, CaseMode mode, boolean word, boolean line, boolean invert, int context, Integer maxCount) {
        return q.but()
                .caseMode(mode)
                .wordRegexp(word)
                .lineRegexp(line)
                .invertMatch(invert)
                .beforeContext(context)
                .afterContext(context)
                .maxCount(maxCount)
                .build();
    }
}
