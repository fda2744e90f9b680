package dev.bolt.benchmarks.outline;

import dev.bolt.analysis.language.Language;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.JavaModel;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.einstein.chunk.Chunk;
import dev.bolt.einstein.chunk.ChunkKind;
import dev.bolt.einstein.chunk.ChunkProperties;
import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What part of the functions and types that a grammar sees (tree-sitter's, and javac's for Java) is a chunk of einstein
 * with the same name at the same place, and what part of the named chunks is one of these. Functions inside functions
 * are left out, for they belong to the outer one; so is what has a single line, and what a macro defines, which the
 * grammar names by the macro. An {@code impl} of Rust is right, for the grammar's model has none.
 */
public final class Outlines {
    private static final long LONGEST_BYTES = 2 << 20;

    private static final class Tally {
        private int files;
        private int defined;
        private int found;
        private int named;
        private int right;
        private long chunkNanos;
        private long grammarNanos;
        private long bytes;
        private final List<String> missed = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();
    }

    private final Chunker chunker = new Chunker(new ChunkProperties(40, 10, 80));
    private final Map<String, Tally> tallies = new TreeMap<>();

    private Outlines() {}

    /** Arguments: source trees; {@code EXAMPLES=20} in the environment shows as many that differ. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("Usage: benchmarks/run outlines TREE...");
            System.exit(2);
        }
        var run = new Outlines();
        for (String tree : arguments) {
            run.read(Path.of(tree));
        }
        run.tell(Integer.parseInt(System.getenv().getOrDefault("EXAMPLES", "0")));
    }

    private void read(Path tree) throws IOException {
        for (WorkspaceFile file :
                WorkspaceWalk.of(tree, WalkOptions.defaults()).walk().files()) {
            Optional<String> text = SourceText.read(file.absolute(), LONGEST_BYTES);
            if (text.isPresent()) {
                compare(file.path(), text.get());
            }
        }
    }

    private void compare(String path, String text) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        long began = System.nanoTime();
        Optional<FileModel> model = path.endsWith(".java")
                ? JavaModel.of(path, text)
                : Language.of(path)
                        .filter(any -> !Language.isMinified(source))
                        .flatMap(language -> language.read(path, source, Duration.ofSeconds(5)));
        long between = System.nanoTime();
        if (model.isPresent()) {
            List<Chunk> chunks = chunker.chunk(path, text);
            Tally tally = tallies.computeIfAbsent(model.get().language(), any -> new Tally());
            tally.grammarNanos += between - began;
            tally.chunkNanos += System.nanoTime() - between;
            tally.bytes += source.length;
            tally.files++;
            count(tally, path, model.get().symbols(), chunks);
        }
    }

    private static void count(Tally tally, String path, List<Symbol> symbols, List<Chunk> chunks) {
        Map<String, List<Chunk>> byName = new HashMap<>();
        for (Chunk chunk : chunks) {
            if (chunk.symbol() != null && chunk.kind() != ChunkKind.MODULE) {
                byName.computeIfAbsent(last(chunk.symbol()), any -> new ArrayList<>())
                        .add(chunk);
            }
        }
        for (Symbol symbol : symbols) {
            if (function(symbol) || symbol.kind() == SymbolKind.CLASS) {
                count(tally, path, symbol, symbols, byName.getOrDefault(last(symbol.name()), List.of()));
            }
        }
        for (Chunk chunk : chunks) {
            if (chunk.symbol() != null && chunk.kind() != ChunkKind.MODULE) {
                tally.named++;
                boolean right = chunk.signature().contains("impl")
                        || chunk.signature()
                                .startsWith(chunk.signature()
                                        .toUpperCase(Locale.ROOT)
                                        .split("\\W")[0])
                        || symbols.stream()
                                .anyMatch(symbol ->
                                        last(symbol.name()).equals(last(chunk.symbol())) && meets(chunk, symbol));
                tally.right += right ? 1 : 0;
                if (!right) {
                    tally.wrong.add(
                            path + ":" + chunk.startLine() + " " + chunk.symbol() + "   | " + chunk.signature());
                }
            }
        }
    }

    private static void count(Tally tally, String path, Symbol symbol, List<Symbol> all, List<Chunk> chunks) {
        var span = symbol.span();
        boolean inner = all.stream()
                .anyMatch(other -> other != symbol
                        && function(other)
                        && other.span().startLine() <= span.startLine()
                        && other.span().endLine() >= span.endLine());
        boolean macro = symbol.name().equals(symbol.name().toUpperCase(Locale.ROOT));
        if (inner || macro || span.startLine() == span.endLine()) {
            return;
        }
        tally.defined++;
        boolean found = chunks.stream().anyMatch(chunk -> meets(chunk, symbol));
        tally.found += found ? 1 : 0;
        if (!found) {
            tally.missed.add(path + ":" + span.startLine() + " " + symbol.kind() + " " + symbol.qualifiedName());
        }
    }

    private static boolean function(Symbol symbol) {
        return symbol.kind() == SymbolKind.FUNCTION || symbol.kind() == SymbolKind.METHOD;
    }

    private static boolean meets(Chunk chunk, Symbol symbol) {
        return chunk.startLine() <= symbol.span().endLine()
                && chunk.endLine() >= symbol.span().startLine();
    }

    private static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
    }

    private void tell(int examples) {
        System.out.println(
                "| language | files | definitions of the grammar | found | named chunks | right | MB/s | grammar's |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
        tallies.forEach((language, tally) -> System.out.printf(
                "| %s | %,d | %,d | %.1f %% | %,d | %.1f %% | %.0f | %.1f |%n",
                language,
                tally.files,
                tally.defined,
                100.0 * tally.found / Math.max(1, tally.defined),
                tally.named,
                100.0 * tally.right / Math.max(1, tally.named),
                tally.bytes * 1e3 / tally.chunkNanos,
                tally.bytes * 1e3 / tally.grammarNanos));
        tallies.forEach((language, tally) -> {
            some(language + " missed", tally.missed, examples);
            some(language + " wrong", tally.wrong, examples);
        });
    }

    private static void some(String what, List<String> all, int examples) {
        for (int i = 0; i < Math.min(examples, all.size()); i++) {
            System.out.println(what + ": " + all.get((int) ((long) i * all.size() / Math.min(examples, all.size()))));
        }
    }
}
