package dev.bolt.analysis.query;

import dev.bolt.analysis.ingest.AnalyzedFile;
import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.analysis.ingest.Indexes;
import dev.bolt.analysis.ingest.WorkspaceIndex;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.api.analysis.AnalysisQuery;
import dev.bolt.api.analysis.AnalysisResult;
import dev.bolt.api.analysis.CycleQuery;
import dev.bolt.api.analysis.CycleResult;
import dev.bolt.api.analysis.DependencyQuery;
import dev.bolt.api.analysis.DependencyResult;
import dev.bolt.api.analysis.FileAnalysis;
import dev.bolt.api.analysis.ImpactQuery;
import dev.bolt.api.analysis.ImpactResult;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.index.Freshness;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The models of files and what the graph between them tells. */
@Component
public final class AnalysisQueries {
    private static final int MOST_FILES = 1_000;
    private static final int DEFAULT_AFFECTED = 1_000;

    private final Indexes indexes;

    AnalysisQueries(Indexes indexes) {
        this.indexes = indexes;
    }

    /** Symbols, imports and findings of the files asked for, at most {@value #MOST_FILES}. */
    public AnalysisResult analyze(AnalysisQuery query) {
        WorkspaceIndex index = indexes.current(query.workspace());
        Freshness freshness = index.freshness();
        CodeModel model = index.model();
        Collection<AnalyzedFile> files = model.files().values();
        if (query.paths() != null && !query.paths().isEmpty()) {
            var chosen = new TreeMap<String, AnalyzedFile>();
            for (String path : query.paths()) {
                ModelPaths.under(model, path)
                        .forEach(file -> chosen.put(file.model().path(), file));
            }
            files = chosen.values();
        }
        List<FileAnalysis> analyses = files.stream()
                .limit(MOST_FILES)
                .map(file -> analysis(model, file))
                .toList();
        return new AnalysisResult(analyses, files.size() <= MOST_FILES, freshness);
    }

    private static FileAnalysis analysis(CodeModel model, AnalyzedFile file) {
        FileModel found = file.model();
        return new FileAnalysis(
                found.path(),
                found.language(),
                found.lines(),
                model.symbols(found),
                model.graph().dependencies(found.path()),
                model.findings(file));
    }

    /** What the file imports and who imports it. */
    public DependencyResult dependencies(DependencyQuery query) {
        WorkspaceIndex index = indexes.current(query.workspace());
        Freshness freshness = index.freshness();
        CodeModel model = index.model();
        String path = ModelPaths.file(model, query.path()).model().path();
        return new DependencyResult(
                path, model.graph().dependencies(path), model.graph().dependents(path), freshness);
    }

    /** The circles, largest first. */
    public CycleResult cycles(CycleQuery query) {
        WorkspaceIndex index = indexes.current(query.workspace());
        Freshness freshness = index.freshness();
        var graph = index.model().graph();
        return new CycleResult(graph.cycles(), graph.files(), graph.imports(), freshness);
    }

    /** Who depends on the files, nearest first. */
    public ImpactResult impact(ImpactQuery query) {
        WorkspaceIndex index = indexes.current(query.workspace());
        Freshness freshness = index.freshness();
        CodeModel model = index.model();
        List<String> changed = query.paths().stream()
                .map(path -> ModelPaths.file(model, path).model().path())
                .toList();
        List<ImpactedFile> affected = model.graph().impact(changed);
        int limit = query.limit() == 0 ? DEFAULT_AFFECTED : query.limit();
        return new ImpactResult(affected.stream().limit(limit).toList(), affected.size(), freshness);
    }
}
