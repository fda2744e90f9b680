package dev.bolt.analysis.query;

import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.analysis.ingest.Indexes;
import dev.bolt.analysis.ingest.WorkspaceIndex;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.api.analysis.Reference;
import dev.bolt.api.analysis.ReferenceResult;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.analysis.SymbolResult;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.Freshness;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where names are defined and used. One pass over the definitions; uses are found through an index of names. */
@Component
public final class SymbolQueries {
    private static final int MOST = 10_000;

    private final Indexes indexes;

    SymbolQueries(Indexes indexes) {
        this.indexes = indexes;
    }

    private record Ranked(Symbol symbol, NameMatch match) {}

    /** Definitions that fit all that is given, best first; those that only nearly fit the name, only if none does. */
    public SymbolResult symbols(
            WorkspaceId id, @Nullable String name, @Nullable SymbolKind kind, @Nullable String path, int limit) {
        checkLimit(limit);
        WorkspaceIndex index = indexes.current(id);
        Freshness freshness = index.freshness();
        CodeModel model = index.model();
        List<FileModel> files = path == null
                ? model.files().values().stream().map(file -> file.model()).toList()
                : List.of(ModelPaths.file(model, path).model());
        var found = new ArrayList<Ranked>();
        String wanted = name == null ? "" : name;
        for (FileModel file : files) {
            for (Symbol symbol : model.symbols(file)) {
                NameMatch match = kind == null || symbol.kind() == kind ? NameMatch.of(symbol, wanted) : NameMatch.NONE;
                if (match != NameMatch.NONE) {
                    found.add(new Ranked(symbol, match));
                }
            }
        }
        if (found.stream().anyMatch(each -> each.match() != NameMatch.SLIP)) {
            found.removeIf(each -> each.match() == NameMatch.SLIP);
        }
        found.sort(Comparator.comparing(Ranked::match));
        return new SymbolResult(found.stream().limit(limit).map(Ranked::symbol).toList(), found.size(), freshness);
    }

    /** Definitions of exactly this name, qualified name, or module and qualified name. */
    public SymbolResult definitions(WorkspaceId id, String name, int limit) {
        checkLimit(limit);
        WorkspaceIndex index = indexes.current(id);
        Freshness freshness = index.freshness();
        List<Symbol> found = ReferenceFinder.definitions(index.model(), name);
        return new SymbolResult(found.stream().limit(limit).toList(), found.size(), freshness);
    }

    /** Uses of this name, by path and line. */
    public ReferenceResult references(WorkspaceId id, String name, int limit) {
        checkLimit(limit);
        WorkspaceIndex index = indexes.current(id);
        Freshness freshness = index.freshness();
        List<Reference> found = new ReferenceFinder(index.model(), name).find();
        return new ReferenceResult(found.stream().limit(limit).toList(), found.size(), freshness);
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.BAD_REQUEST, "limit must be 1 to %,d".formatted(MOST))
                    .withField("limit");
        }
    }
}
