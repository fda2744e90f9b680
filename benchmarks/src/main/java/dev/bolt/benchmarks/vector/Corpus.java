package dev.bolt.benchmarks.vector;

import dev.bolt.einstein.chunk.Chunk;
import dev.bolt.einstein.chunk.ChunkProperties;
import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.einstein.embed.Accelerator;
import dev.bolt.einstein.embed.EmbedProperties;
import dev.bolt.einstein.embed.Embedder;
import dev.bolt.einstein.embed.OnnxEmbedder;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Real vectors: every chunk of some source trees, and first lines of their docstrings as questions, through MiniLM.
 * Kept in {@code vectors.f32} and {@code questions.f32} (float32, little-endian, row by row), for embedding takes
 * minutes.
 */
final class Corpus {
    static final int DIMENSION = 384;

    private static final int QUESTIONS = 1000;
    private static final long LONGEST = 2 << 20;
    /** A first line of four words or more. */
    private static final Pattern DOCSTRING = Pattern.compile("\"\"\"\\s*((?:\\w\\S*[ .]+){4,}[^\"\\n]*)");

    private final Path folder;
    private final List<Path> trees;

    Corpus(Path folder, List<Path> trees) {
        this.folder = folder;
        this.trees = trees;
    }

    float[][] vectors() throws IOException {
        return kept("vectors.f32", chunks -> texts(chunks));
    }

    float[][] questions() throws IOException {
        return kept("questions.f32", chunks -> sentences(chunks));
    }

    private static List<String> texts(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::input).distinct().toList();
    }

    private static List<String> sentences(List<Chunk> chunks) {
        Set<String> sentences = new LinkedHashSet<>();
        for (Chunk chunk : chunks) {
            var found = DOCSTRING.matcher(chunk.input());
            if (found.find()) {
                sentences.add(found.group(1).strip());
            }
        }
        List<String> all = List.copyOf(sentences);
        var some = new ArrayList<String>();
        for (int i = 0; i < Math.min(QUESTIONS, all.size()); i++) {
            some.add(all.get((int) ((long) i * all.size() / Math.min(QUESTIONS, all.size()))));
        }
        return some;
    }

    private float[][] kept(String name, Function<List<Chunk>, List<String>> chosen) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            embed(chosen.apply(chunks()), file);
        }
        return Floats.read(file, DIMENSION);
    }

    private void embed(List<String> texts, Path file) throws IOException {
        try (var model = OnnxEmbedder.load(
                new EmbedProperties("minilm", Accelerator.CPU, 0, 256, 0), folder.resolve("natives"))) {
            Embedder embedder = model;
            float[][] vectors = texts.parallelStream().map(embedder::embed).toArray(float[][]::new);
            Floats.write(file, vectors);
        }
    }

    private List<Chunk> chunks() {
        var chunker = new Chunker(new ChunkProperties(40, 10, 80));
        var chunks = new ArrayList<Chunk>();
        for (Path tree : trees) {
            for (WorkspaceFile file :
                    WorkspaceWalk.of(tree, WalkOptions.defaults()).walk().files()) {
                SourceText.read(file.absolute(), LONGEST)
                        .ifPresent(text -> chunks.addAll(chunker.chunk(file.path(), text)));
            }
        }
        return chunks;
    }
}
