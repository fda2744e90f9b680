package dev.bolt.search.rank;

import static java.util.Map.entry;

import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells by its line alone whether what matched is the name of something defined there, in the manner of ctags: for
 * ranking, not for truth. The patterns are anchored and looked for in lines up to a bound only, so that each costs some
 * microseconds at most.
 */
final class Definitions {
    /** Longer lines define nothing that a person wrote. */
    private static final int MOST_CHARACTERS = 400;

    private static final List<Pattern> PYTHON =
            patterns("\\s*(?:async\\s+)?(?:def|class)\\s+(?<name>\\w+)", "(?<name>[A-Za-z_]\\w*)\\s*(?::[^=]+)?=(?!=)");
    private static final List<Pattern> SCRIPT = patterns(
            "\\s*(?:export\\s+)?(?:default\\s+)?(?:declare\\s+)?(?:abstract\\s+)?(?:async\\s+)?"
                    + "(?:function\\s*\\*?|class|interface|enum|type|namespace)\\s+(?<name>[\\w$]+)",
            "\\s*(?:export\\s+)?(?:const|let|var)\\s+(?<name>[\\w$]+)");
    private static final List<Pattern> JAVA = patterns(
            "\\s*(?:[\\w@()]+\\s+)*(?:class|interface|@interface|enum|record|object|trait|struct|protocol)\\s+(?<name>\\w+)",
            "\\s+(?!return\\b|new\\b|else\\b|throw\\b|case\\b|yield\\b)"
                    + "(?:[\\w<>\\[\\],.?@&]+\\s+)+(?<name>\\w+)\\s*\\([^;]*",
            "\\s*(?:[\\w@()]+\\s+)*(?:fun|func|def|val|var|let)\\s+(?<name>\\w+)",
            "\\s+(?:(?:public|protected|private|static|final|volatile|const)\\s+)+[\\w<>\\[\\],.?]+\\s+(?<name>\\w+)\\s*[=;]");
    private static final List<Pattern> GO =
            patterns("func\\s+(?:\\([^)]*\\)\\s*)?(?<name>\\w+)", "\\s*(?:type|var|const)\\s+(?<name>\\w+)");
    private static final List<Pattern> RUST =
            patterns("\\s*(?:pub(?:\\([^)]*\\))?\\s+)?(?:(?:async|const|unsafe|extern|default)\\s+)*"
                    + "(?:fn|struct|enum|trait|type|mod|union|static|const|macro_rules!)\\s+(?:mut\\s+)?(?<name>\\w+)");
    private static final List<Pattern> C = patterns(
            "\\s*#\\s*define\\s+(?<name>\\w+)",
            "\\s*(?:typedef\\s+)?(?:struct|union|enum|class|namespace)\\s+(?<name>\\w+)\\s*(?:[:{][^;]*)?$",
            "[A-Za-z_][\\w\\s*&:<>,]*?[\\s*&:](?<name>\\w+)\\s*\\([^;]*$",
            "\\s*typedef\\b[^;]*\\b(?<name>\\w+)\\s*;");
    private static final List<Pattern> RUBY = patterns("\\s*(?:def|class|module)\\s+(?:self\\.)?(?<name>[\\w?!]+)");
    private static final List<Pattern> PHP = patterns("\\s*(?:(?:abstract|final|public|protected|private|static)\\s+)*"
            + "(?:function|class|interface|trait|enum)\\s+&?(?<name>\\w+)");
    private static final List<Pattern> SHELL =
            patterns("\\s*(?:function\\s+)?(?<name>[\\w-]+)\\s*\\(\\)", "\\s*function\\s+(?<name>[\\w-]+)");

    private static final Map<String, List<Pattern>> BY_EXTENSION = byExtension(Map.ofEntries(
            entry("py pyi", PYTHON),
            entry("js jsx mjs cjs ts tsx mts cts vue", SCRIPT),
            entry("java kt kts scala cs swift groovy dart", JAVA),
            entry("go", GO),
            entry("rs", RUST),
            entry("c h cc cpp cxx hh hpp hxx m mm", C),
            entry("rb", RUBY),
            entry("php", PHP),
            entry("sh bash zsh", SHELL)));

    private Definitions() {}

    /** Of the name of a definition, the best first. */
    enum Share {
        ALL,
        SOME,
        NONE
    }

    /**
     * How much of the name that the line defines is in a match.
     *
     * @param extension of its file's name
     */
    static Share defines(String extension, MatchedLine line) {
        if (line.context() || line.text().length() > MOST_CHARACTERS) {
            return Share.NONE;
        }
        Share best = Share.NONE;
        for (Pattern pattern : BY_EXTENSION.getOrDefault(extension, List.of())) {
            Matcher matcher = pattern.matcher(line.text());
            if (matcher.lookingAt()) {
                int start = matcher.start("name");
                int end = matcher.end("name");
                for (Submatch match : line.submatches()) {
                    if (match.startColumn() <= start && match.endColumn() >= end) {
                        return Share.ALL;
                    }
                    if (match.startColumn() < end && match.endColumn() > start) {
                        best = Share.SOME;
                    }
                }
            }
        }
        return best;
    }

    private static List<Pattern> patterns(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }

    private static Map<String, List<Pattern>> byExtension(Map<String, List<Pattern>> byExtensions) {
        Map<String, List<Pattern>> byExtension = new HashMap<>();
        byExtensions.forEach((extensions, patterns) ->
                List.of(extensions.split(" ")).forEach(extension -> byExtension.put(extension, patterns)));
        return Map.copyOf(byExtension);
    }
}
