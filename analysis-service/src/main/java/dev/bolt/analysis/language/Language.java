package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.Grammar;
import dev.bolt.analysis.script.ScriptModel;
import dev.bolt.analysis.symbol.FileModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The languages that are neither Python nor Java, and their files. */
public enum Language {
    /** JavaScript, with JSX. */
    JAVASCRIPT("javascript", script(ScriptModel.Dialect.JAVASCRIPT), "js", "mjs", "cjs", "jsx"),
    /** TypeScript. */
    TYPESCRIPT("typescript", script(ScriptModel.Dialect.TYPESCRIPT), "ts", "mts", "cts"),
    /** TypeScript with JSX. */
    TSX("typescript", script(ScriptModel.Dialect.TSX), "tsx"),
    /** Go. */
    GO("go", grammar("go", Grammar.GO, GoReader::new), "go"),
    /** Rust. */
    RUST("rust", grammar("rust", Grammar.RUST, RustReader::new), "rs"),
    /** C. A header is C unless it holds words of C++. */
    C("c", grammar("c", Grammar.C, CReader::new), "c", "h"),
    /** C++. */
    CPP("cpp", grammar("cpp", Grammar.CPP, CReader::new), "cc", "cpp", "cxx", "hh", "hpp", "hxx", "ipp", "inl", "tpp");

    private static final int MINIFIED_LINE_BYTES = 300;
    private static final int SMALL_BYTES = 4096;

    private static final Pattern ONLY_CPP = Pattern.compile(
            "^[ \\t]*(?:class|namespace|template\\s*<|using|public:|private:|protected:|extern\\s+\"C\\+\\+\")|\\bstd::",
            Pattern.MULTILINE);

    /** How a source of the language becomes a model. */
    private interface Front {
        /** As {@link Language#read}. */
        Optional<FileModel> read(String path, byte[] source, Duration most);

        /** Whether it works on this machine. */
        default boolean works() {
            return true;
        }
    }

    private record ByGrammar(String word, Grammar grammar, Supplier<LanguageReader> reader) implements Front {
        @Override
        public Optional<FileModel> read(String path, byte[] source, Duration most) {
            return grammar.parse(source, most).map(tree -> new Outline(path).read(word, tree, reader.get()));
        }

        @Override
        public boolean works() {
            return Grammar.missing().isEmpty();
        }
    }

    private final String word;
    private final Front front;
    private final List<String> suffixes;

    Language(String word, Front front, String... suffixes) {
        this.word = word;
        this.front = front;
        this.suffixes = List.of(suffixes);
    }

    private static Front script(ScriptModel.Dialect dialect) {
        return (path, source, most) -> ScriptModel.of(path, dialect, source, most);
    }

    private static Front grammar(String word, Grammar grammar, Supplier<LanguageReader> reader) {
        return new ByGrammar(word, grammar, reader);
    }

    /** The word of the contract, such as {@code javascript}. */
    public String word() {
        return word;
    }

    /** Whether files of it can be read on this machine. */
    public boolean isReadable() {
        return front.works();
    }

    /** The words of all that can be read on this machine, each once. */
    public static String words() {
        return Arrays.stream(values())
                .filter(Language::isReadable)
                .map(Language::word)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The language of a file; empty for others than these. */
    public static Optional<Language> of(String path) {
        String suffix = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.suffixes.contains(suffix)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a source was written by a tool for machines, such as minified JavaScript: its lines have more than
     * {@value #MINIFIED_LINE_BYTES} bytes on average, and it has more than {@value #SMALL_BYTES}.
     */
    public static boolean isMinified(byte[] source) {
        int lines = 1;
        for (byte each : source) {
            lines += each == '\n' ? 1 : 0;
        }
        return source.length > SMALL_BYTES && source.length / lines > MINIFIED_LINE_BYTES;
    }

    /** The model of a source in UTF-8; empty if reading its syntax takes longer than that. */
    public Optional<FileModel> read(String path, byte[] source, Duration most) {
        if (this == C && path.endsWith(".h") && isCpp(source)) {
            return CPP.read(path, source, most);
        }
        return front.read(path, source, most);
    }

    private static boolean isCpp(byte[] source) {
        return ONLY_CPP.matcher(new String(source, StandardCharsets.ISO_8859_1)).find();
    }
}
