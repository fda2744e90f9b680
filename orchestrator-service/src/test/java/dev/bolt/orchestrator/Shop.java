package dev.bolt.orchestrator;

import dev.bolt.api.analysis.AnalysisResult;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.DependencyResult;
import dev.bolt.api.analysis.FileAnalysis;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.ImpactResult;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.analysis.Severity;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.analysis.SymbolResult;
import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarFile;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.api.index.Freshness;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.SearchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A small workspace, and what the knowledge services say of it. */
public final class Shop {
    public static final WorkspaceId ID = new WorkspaceId("shop");
    public static final Instant READ = Instant.parse("2026-01-01T00:00:00Z");
    public static final Freshness FRESH = new Freshness(READ, 0);

    private Shop() {}

    public static Path copyTo(Path root) throws IOException {
        Files.createDirectories(root.resolve("shop"));
        Files.writeString(root.resolve("shop/cart.py"), "class Cart:\n    def total(self):\n        return 1\n");
        Files.writeString(root.resolve("shop/tax.py"), "def rate():\n    return 0.2\n");
        return root;
    }

    public static SimilarChunk chunk(String path, int start, int end, String symbol, double score) {
        return new SimilarChunk(
                new SourceSpan(path, start, end),
                symbol,
                "function",
                score,
                Map.of("lexical", 5.0, "semantic", score * 20));
    }

    /** Chunks in this order, each file a little behind the one before. */
    public static SimilarityResult similar(SimilarChunk... chunks) {
        List<String> paths = Arrays.stream(chunks)
                .map(chunk -> chunk.span().path())
                .distinct()
                .toList();
        List<SimilarFile> files = paths.stream()
                .map(path -> new SimilarFile(path, 10 - paths.indexOf(path), Map.of("body", 10.0)))
                .toList();
        return new SimilarityResult(List.of(chunks), files, 1, 1, FRESH, 1);
    }

    public static SimilarityResult similar() {
        return similar(chunk("shop/cart.py", 2, 3, "Cart.total", 0.033), chunk("shop/tax.py", 1, 2, "rate", 0.031));
    }

    public static SearchResult lines(String... paths) {
        var files = Arrays.stream(paths)
                .map(path ->
                        new FileMatches(path, List.of(new MatchedLine(2, "def total", null, false, List.of())), null))
                .toList();
        return new SearchResult(files, files.size(), files.size(), true, "scan", FRESH, 1);
    }

    public static Symbol symbol(String path, String name, int line) {
        return new Symbol(
                name.substring(name.lastIndexOf('.') + 1),
                name,
                SymbolKind.METHOD,
                new SourceSpan(path, line, line + 1),
                null,
                null,
                1);
    }

    public static SymbolResult symbols(Symbol... symbols) {
        return new SymbolResult(List.of(symbols), symbols.length, FRESH);
    }

    public static Finding finding(String path, int line, String rule) {
        return new Finding(
                rule, Severity.WARNING, "It is so.", "Change it.", new SourceSpan(path, line, line), "Cart.total");
    }

    public static AnalysisResult analysis(String path) {
        return new AnalysisResult(
                List.of(new FileAnalysis(
                        path, "python", 3, List.of(), List.of(), List.of(finding(path, 2, "complexity.high")))),
                true,
                FRESH);
    }

    public static DependencyResult dependencies(String path) {
        return new DependencyResult(
                path,
                List.of(new Dependency(path, "shop/money.py", "shop.money", 1, "runtime")),
                List.of(new Dependency("tests/test_cart.py", path, "shop.cart", 1, "runtime")),
                FRESH);
    }

    public static ImpactResult impact() {
        return new ImpactResult(List.of(new ImpactedFile("shop/till.py", 1, "shop/cart.py")), 1, FRESH);
    }

    public static IndexStatus index(String service, IndexState state) {
        return new IndexStatus(
                service,
                ID,
                state,
                2,
                2,
                0,
                service.equals("analysis") ? 1 : 0,
                1,
                state == IndexState.BUILDING ? null : READ,
                state.toString());
    }
}
