package dev.bolt.benchmarks.docstring;

import dev.bolt.einstein.chunk.Chunk;
import dev.bolt.einstein.chunk.ChunkKind;
import dev.bolt.einstein.chunk.ChunkProperties;
import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.einstein.lexical.IdentifierAnalyzer;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The peer: BM25 (k1 1.2, b 0.75) over functions, path, qualified name and text as one field, words of identifiers
 * split and stemmed as Bolt's are. No fields, no weights, no files, no standing.
 */
final class PlainBm25 {
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final long LONGEST_BYTES = 2 << 20;

    private record Posting(int function, int count) {}

    private final List<String> functions = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final IdentifierAnalyzer analyzer = new IdentifierAnalyzer();
    private double meanLength;

    private PlainBm25() {}

    static PlainBm25 over(Path tree) throws IOException {
        var index = new PlainBm25();
        var chunker = new Chunker(new ChunkProperties(40, 10, 80));
        for (WorkspaceFile file :
                WorkspaceWalk.of(tree, WalkOptions.defaults()).walk().files()) {
            SourceText.read(file.absolute(), LONGEST_BYTES)
                    .ifPresent(text -> chunker.chunk(file.path(), text).stream()
                            .filter(chunk -> chunk.kind() == ChunkKind.FUNCTION)
                            .forEach(index::add));
        }
        index.meanLength =
                index.lengths.stream().mapToInt(Integer::intValue).average().orElse(1);
        return index;
    }

    private void add(Chunk chunk) {
        List<String> words = words(chunk.path() + " " + chunk.symbol() + "\n" + chunk.text());
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        counts.forEach((word, count) ->
                postings.computeIfAbsent(word, any -> new ArrayList<>()).add(new Posting(functions.size(), count)));
        functions.add(chunk.path() + "::" + chunk.symbol());
        lengths.add(words.size());
    }

    private List<String> words(String text) {
        var words = new ArrayList<String>();
        try (var tokens = analyzer.tokenStream("text", text)) {
            var term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    /** The best functions, as {@code path::qualified.name}. */
    List<String> best(String question, int most) {
        var scores = new double[functions.size()];
        for (String word : new LinkedHashSet<>(words(question))) {
            List<Posting> found = postings.getOrDefault(word, List.of());
            double rare = Math.log(1 + (functions.size() - found.size() + 0.5) / (found.size() + 0.5));
            for (Posting posting : found) {
                double length = lengths.get(posting.function()) / meanLength;
                scores[posting.function()] +=
                        rare * posting.count() * (K1 + 1) / (posting.count() + K1 * (1 - B + B * length));
            }
        }
        return IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0)
                .boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .map(functions::get)
                .distinct()
                .limit(most)
                .toList();
    }
}
