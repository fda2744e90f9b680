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
            queries.add(new TextQuery(
                    WORKSPACE,
                    List.of(pattern, "keep"),
                    true,
                    null,
                    false,
                    false,
                    false,
                    false,
                    true,
                    true,
                    null,
                    null,
                    null,
                    0,
                    2,
                    null,
                    0));
        }
        for (List<String> globs : List.of(
                List.of("*.py"),
                List.of("!*.py"),
                List.of("*.txt", "!a/**"),
                List.of("src/**"),
                List.of("*.{md,js}"),
                List.of("/a*"))) {
            queries.add(new TextQuery(
                    WORKSPACE,
                    List.of("send"),
                    false,
                    null,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    globs,
                    null,
                    null,
                    0,
                    0,
                    null,
                    0));
        }
        for (String type : List.of("py", "js", "md", "json", "txt")) {
            queries.add(new TextQuery(
                    WORKSPACE,
                    List.of("e"),
                    false,
                    null,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null,
                    List.of(type),
                    null,
                    0,
                    0,
                    null,
                    0));
            queries.add(new TextQuery(
                    WORKSPACE,
                    List.of("e"),
                    false,
                    null,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null,
                    null,
                    List.of(type),
                    0,
                    0,
                    null,
                    0));
        }
        return queries;
    }

    private static TextQuery with(TextQuery query, UnaryOperator<TextQuery> change) {
        return change.apply(query);
    }

    private static TextQuery copy(
            TextQuery q, CaseMode mode, boolean word, boolean line, boolean invert, int context, Integer maxCount) {
        return new TextQuery(
                q.workspace(),
                q.patterns(),
                false,
                mode,
                word,
                line,
                invert,
                false,
                false,
                false,
                null,
                null,
                null,
                context,
                context,
                maxCount,
                0);
    }
}
