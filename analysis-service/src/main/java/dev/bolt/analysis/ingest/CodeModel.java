package dev.bolt.analysis.ingest;

import dev.bolt.analysis.finding.CycleFindings;
import dev.bolt.analysis.graph.ImportGraph;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.symbol.Use;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is known about one workspace at one moment. Immutable, safe for many threads. */
public final class CodeModel {
    private static final String UNUSED = "import.unused";

    private final NavigableMap<String, AnalyzedFile> files;
    private final ImportGraph graph;
    private final Map<String, List<Finding>> cycleFindings;
    private final Map<String, List<FileModel>> mentions = new HashMap<>();

    CodeModel(Collection<AnalyzedFile> analyzed, Collection<String> projects) {
        var byPath = new TreeMap<String, AnalyzedFile>();
        analyzed.forEach(file -> byPath.put(file.model().path(), file));
        files = Collections.unmodifiableNavigableMap(byPath);
        List<FileModel> models =
                files.values().stream().map(AnalyzedFile::model).toList();
        graph = new ImportGraph(models, projects);
        cycleFindings = CycleFindings.of(graph);
        for (FileModel model : models) {
            Set<String> names = new HashSet<>();
            model.uses().stream().map(Use::name).forEach(names::add);
            model.imports().stream().map(ImportedName::simpleName).forEach(names::add);
            names.forEach(name ->
                    mentions.computeIfAbsent(name, _ -> new ArrayList<>(2)).add(model));
        }
    }

    /** Nothing read yet. */
    static CodeModel empty() {
        return new CodeModel(List.of(), List.of());
    }

    /** The files by path. */
    public NavigableMap<String, AnalyzedFile> files() {
        return files;
    }

    /** Who imports whom. */
    public ImportGraph graph() {
        return graph;
    }

    /** The files that call, read or import this simple name, by path. */
    public List<FileModel> mentioning(String simpleName) {
        return mentions.getOrDefault(simpleName, List.of());
    }

    /** The definitions of a file, by line, the module itself first. */
    public List<Symbol> symbols(FileModel file) {
        Symbol module = module(file);
        if (module == null) {
            return file.symbols();
        }
        var symbols = new ArrayList<Symbol>(file.symbols().size() + 1);
        symbols.add(module);
        symbols.addAll(file.symbols());
        return symbols;
    }

    private @Nullable Symbol module(FileModel file) {
        String name = graph.moduleName(file.path());
        if (name.isEmpty()) {
            return null;
        }
        var span = new SourceSpan(file.path(), 1, Math.max(1, file.lines()));
        return new Symbol(name.substring(name.lastIndexOf('.') + 1), name, SymbolKind.MODULE, span, null, null, 0);
    }

    /**
     * The findings of a file, by line: circles come from the graph, and imports that other files take are not unused.
     */
    public List<Finding> findings(AnalyzedFile file) {
        var findings = new ArrayList<>(file.findings());
        findings.removeIf(finding -> finding.ruleId().equals(UNUSED) && taken(file.model(), finding));
        findings.addAll(cycleFindings.getOrDefault(file.model().path(), List.of()));
        findings.sort(Comparator.comparingInt(finding -> finding.span().startLine()));
        return findings;
    }

    private boolean taken(FileModel file, Finding finding) {
        return file.imports().stream()
                .filter(imported -> imported.nameLine() == finding.span().startLine())
                .filter(imported -> finding.message().startsWith("'" + imported.bound() + "'"))
                .anyMatch(imported -> graph.taken(file.path(), imported.bound()));
    }
}
