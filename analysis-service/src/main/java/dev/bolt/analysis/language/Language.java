package dev.bolt.analysis.language;

import dev.bolt.analysis.grammar.Grammar;
import dev.bolt.analysis.grammar.SourceTree;
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

/** The languages that are read by a grammar, and their files. */
public enum Language {
    /** JavaScript, with JSX. */
    JAVASCRIPT("javascript", Grammar.JAVASCRIPT, ScriptReader::new, "js", "mjs", "cjs", "jsx"),
    /** TypeScript. */
    TYPESCRIPT("typescript", Grammar.TYPESCRIPT, ScriptReader::new, "ts", "mts", "cts"),
    /** TypeScript with JSX. */
    TSX("typescript", Grammar.TSX, ScriptReader::new, "tsx"),
    /** Go. */
    GO("go", Grammar.GO, GoReader::new, "go"),
    /** Rust. */
    RUST("rust", Grammar.RUST, RustReader::new, "rs"),
    /** C. A header is C unless it holds words of C++. */
    C("c", Grammar.C, CReader::new, "c", "h"),
    /** C++. */
    CPP("cpp", Grammar.CPP, CReader::new, "cc", "cpp", "cxx", "hh", "hpp", "hxx", "ipp", "inl", "tpp");

    private static final int MINIFIED_LINE_BYTES = 300;
    private static final int SMALL_BYTES = 4096;

    private static final Pattern ONLY_CPP = Pattern.compile(
            "^[ \\t]*(?:class|namespace|template\\s*<|using|public:|private:|protected:|extern\\s+\"C\\+\\+\")|\\bstd::",
            Pattern.MULTILINE);

    private final String word;
    private final Grammar grammar;
    private final Supplier<LanguageReader> reader;
    private final List<String> suffixes;

    Language(String word, Grammar grammar, Supplier<LanguageReader> reader, String... suffixes) {
        this.word = word;
        this.grammar = grammar;
        this.reader = reader;
        this.suffixes = List.of(suffixes);
    }

    /** The word of the contract, such as {@code javascript}. */
    public String word() {
        return word;
    }

    /** The words of all, each once. */
    public static String words() {
        return Arrays.stream(values()).map(Language::word).distinct().collect(Collectors.joining(", "));
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
        Optional<SourceTree> tree = grammar.parse(source, most);
        return tree.map(found -> new Outline(path).read(word, found, reader.get()));
    }

    private static boolean isCpp(byte[] source) {
        return ONLY_CPP.matcher(new String(source, StandardCharsets.ISO_8859_1)).find();
    }
}
