package dev.bolt.benchmarks.localization;

import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.search.SearchResult;
import dev.bolt.benchmarks.client.Bolt;
import dev.bolt.benchmarks.client.RipgrepByHand;
import dev.bolt.orchestrator.evidence.Finders;
import dev.bolt.orchestrator.evidence.Gathered;
import dev.bolt.orchestrator.solve.Reader;
import dev.bolt.orchestrator.solve.Understanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that the services said about one change, so that rankings can be tried without laying its tree out again.
 *
 * @param pair the change
 * @param similar words and meaning together
 * @param words the same without meaning
 * @param symbols as {@link Gathered#symbols}
 * @param literals as {@link Gathered#literals}
 * @param named as {@link Gathered#named}
 * @param inside the spans of each file that may be among the ten best
 * @param bm25 the peer's files
 * @param byHand those of a person with ripgrep
 */
record Recorded(
        Pair pair,
        SimilarityResult similar,
        SimilarityResult words,
        Map<String, List<Symbol>> symbols,
        Map<String, SearchResult> literals,
        Set<String> named,
        Map<String, List<SimilarChunk>> inside,
        List<String> bm25,
        List<String> byHand) {
    private static final int LOOKED_INTO = 25;
    private static final int CHUNKS = 200;

    /** Asks for it, as a solve does and some more. */
    static Recorded of(Bolt bolt, WorkspaceId id, Path tree, Pair pair, List<String> bm25)
            throws IOException, InterruptedException {
        Understanding asked = Reader.read(pair.query());
        var found = new Gathered();
        var finders = new Finders(bolt.knowledge(), id, pair.query(), asked, found, freshness -> {});
        finders.similar();
        finders.literals();
        finders.symbols();
        SimilarityResult similar = Objects.requireNonNull(found.similar());
        SimilarityResult words =
                bolt.similar(new SimilarityQuery(id, pair.query(), null, SimilarityMode.LEXICAL, CHUNKS, null));
        List<String> files = similar.files().stream()
                .limit(LOOKED_INTO)
                .map(SimilarFile::path)
                .toList();
        Map<String, List<SimilarChunk>> inside = new HashMap<>();
        for (String file : files) {
            inside.put(file, finders.inside(List.of(file)));
        }
        return new Recorded(
                pair,
                similar,
                words,
                found.symbols,
                found.literals,
                found.named,
                inside,
                bm25,
                RipgrepByHand.rank(tree, pair.query()));
    }

    /** One a line. */
    static List<Recorded> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readValue(line, Recorded.class))
                .toList();
    }

    String write() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
