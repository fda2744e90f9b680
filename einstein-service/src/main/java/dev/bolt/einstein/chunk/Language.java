package dev.bolt.einstein.chunk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file is written in, told by the ending of its name. */
public enum Language {
    /** {@code .py}. */
    PYTHON("py", "pyi"),
    /** {@code .java}. */
    JAVA("java"),
    /** {@code .js}. */
    JAVASCRIPT("js", "jsx", "mjs", "cjs"),
    /** {@code .ts}. */
    TYPESCRIPT("ts", "tsx", "mts", "cts"),
    /** {@code .go}. */
    GO("go"),
    /** {@code .rs}. */
    RUST("rs"),
    /** {@code .c}; a header is C and C++. */
    C("c", "h"),
    /** {@code .cpp}. */
    CPP("cc", "cpp", "cxx", "hh", "hpp", "hxx", "h"),
    /** {@code .cs}. */
    CSHARP("cs"),
    /** {@code .rb}. */
    RUBY("rb"),
    /** {@code .php}. */
    PHP("php"),
    /** {@code .kt}. */
    KOTLIN("kt", "kts"),
    /** {@code .swift}. */
    SWIFT("swift"),
    /** {@code .scala}. */
    SCALA("scala"),
    /** {@code .sh}. */
    SHELL("sh", "bash", "zsh"),
    /** {@code .sql}. */
    SQL("sql"),
    /** {@code .html}. */
    HTML("html", "htm"),
    /** {@code .css}. */
    CSS("css", "scss", "less"),
    /** {@code .md}. */
    MARKDOWN("md", "markdown"),
    /** {@code .rst}. */
    RST("rst"),
    /** {@code .json}. */
    JSON("json"),
    /** {@code .yaml}. */
    YAML("yaml", "yml"),
    /** {@code .toml}. */
    TOML("toml"),
    /** {@code .xml}. */
    XML("xml");

    private final List<String> endings;

    Language(String... endings) {
        this.endings = List.of(endings);
    }

    /** The one with this name in any case; empty if none is called so. */
    public static Optional<Language> named(String name) {
        return Arrays.stream(values())
                .filter(language -> language.word().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All names, for a person. */
    public static String names() {
        return Arrays.stream(values()).map(Language::word).collect(Collectors.joining(", "));
    }

    /** Endings of file names, without the dot. */
    public List<String> endings() {
        return endings;
    }

    /** Whether a file with this path is written in it. */
    boolean of(String path) {
        int dot = path.lastIndexOf('.');
        return dot >= 0 && endings.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
