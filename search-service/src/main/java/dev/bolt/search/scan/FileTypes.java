package dev.bolt.search.scan;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * File types by the globs of their file names: ripgrep's own, as it lists them, or the common ones of them; and
 * {@code javascript}, which is its {@code js} and {@code ts}.
 */
public final class FileTypes {
    /** Those that are known where there is no ripgrep to ask. */
    public static final FileTypes COMMON = new FileTypes(common());

    private final Map<String, List<String>> globs;

    private FileTypes(Map<String, List<String>> globs) {
        Map<String, List<String>> all = new HashMap<>(globs);
        all.computeIfAbsent(
                "javascript",
                name -> Stream.of("js", "ts")
                        .flatMap(type -> globs.getOrDefault(type, List.of()).stream())
                        .toList());
        this.globs = Map.copyOf(all);
    }

    /** @param list what {@code rg --type-list} prints: a line a type, {@code name: glob, glob} */
    public static FileTypes listed(List<String> list) {
        Map<String, List<String>> globs = new HashMap<>();
        for (String line : list) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                globs.put(
                        line.substring(0, colon),
                        List.of(line.substring(colon + 2).split(", ")));
            }
        }
        return new FileTypes(globs);
    }

    private static Map<String, List<String>> common() {
        return Map.ofEntries(
                Map.entry("c", List.of("*.[chH]", "*.[chH].in", "*.cats")),
                Map.entry(
                        "cpp",
                        List.of(
                                "*.[ChH]",
                                "*.cc",
                                "*.[ch]pp",
                                "*.[ch]xx",
                                "*.hh",
                                "*.inl",
                                "*.[ChH].in",
                                "*.cc.in",
                                "*.[ch]pp.in",
                                "*.[ch]xx.in",
                                "*.hh.in")),
                Map.entry("cs", List.of("*.cs")),
                Map.entry("css", List.of("*.css", "*.scss")),
                Map.entry("go", List.of("*.go")),
                Map.entry("h", List.of("*.h", "*.hh", "*.hpp")),
                Map.entry("html", List.of("*.htm", "*.html", "*.ejs")),
                Map.entry("java", List.of("*.java", "*.jsp", "*.jspx", "*.properties")),
                Map.entry("js", List.of("*.js", "*.jsx", "*.vue", "*.cjs", "*.mjs")),
                Map.entry("json", List.of("*.json", "composer.lock", "*.sarif")),
                Map.entry("kotlin", List.of("*.kt", "*.kts")),
                Map.entry("markdown", List.of("*.markdown", "*.md", "*.mdown", "*.mdwn", "*.mkd", "*.mkdn", "*.mdx")),
                Map.entry("md", List.of("*.markdown", "*.md", "*.mdown", "*.mdwn", "*.mkd", "*.mkdn", "*.mdx")),
                Map.entry(
                        "php", List.of("*.php", "*.php3", "*.php4", "*.php5", "*.php7", "*.php8", "*.pht", "*.phtml")),
                Map.entry("py", List.of("*.py", "*.pyi")),
                Map.entry("python", List.of("*.py", "*.pyi")),
                Map.entry("rust", List.of("*.rs")),
                Map.entry("sql", List.of("*.sql", "*.psql")),
                Map.entry("swift", List.of("*.swift")),
                Map.entry("toml", List.of("*.toml", "Cargo.lock")),
                Map.entry("ts", List.of("*.ts", "*.tsx", "*.cts", "*.mts")),
                Map.entry("txt", List.of("*.txt")),
                Map.entry("yaml", List.of("*.yaml", "*.yml")));
    }

    /** @throws ProblemException UNSUPPORTED_OPTION for a type that only ripgrep knows, or nobody */
    List<String> globs(String type) {
        List<String> found = globs.get(type);
        if (found == null) {
            throw new ProblemException(
                            Problem.UNSUPPORTED_OPTION,
                            "The file type '%s' is not known without ripgrep; known are %s."
                                    .formatted(
                                            type,
                                            String.join(
                                                    ", ",
                                                    globs.keySet().stream()
                                                            .sorted()
                                                            .toList())))
                    .withField("types");
        }
        return found;
    }
}
