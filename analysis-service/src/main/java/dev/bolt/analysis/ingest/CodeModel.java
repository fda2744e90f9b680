package dev.bolt.analysis.ingest;

import dev.bolt.analysis.contract.Contracts;
import dev.bolt.analysis.finding.KnownRule;
import dev.bolt.analysis.finding.WorkspaceRules;
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
    private final NavigableMap<String, AnalyzedFile> files;
    private final ImportGraph graph;
    private final Contracts contracts;
    private final Map<String, List<Finding>> workspaceFindings;
    private final Map<String, List<FileModel>> mentions = new HashMap<>();

    CodeModel(
            Collection<AnalyzedFile> analyzed, Collection<String> projects, Contracts contracts, WorkspaceRules rules) {
        var byPath = new TreeMap<String, AnalyzedFile>();
        analyzed.forEach(file -> byPath.put(file.model().path(), file));
        files = Collections.unmodifiableNavigableMap(byPath);
        List<FileModel> models =
                files.values().stream().map(AnalyzedFile::model).toList();
        graph = new ImportGraph(models, projects);
        this.contracts = contracts;
        workspaceFindings = rules.check(graph, contracts);
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
        return new CodeModel(List.of(), List.of(), Contracts.none(), WorkspaceRules.none());
    }

    /** The files by path. */
    public NavigableMap<String, AnalyzedFile> files() {
        return files;
    }

    /** Who imports whom. */
    public ImportGraph graph() {
        return graph;
    }

    /** What the workspace's {@code bolt.yaml} demands. */
    public Contracts contracts() {
        return contracts;
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

    /** The findings of a file, by line: the graph adds its own, and what other files use is not unused. */
    public List<Finding> findings(AnalyzedFile file) {
        var findings = new ArrayList<>(file.findings());
        findings.removeIf(finding -> used(file.model(), finding));
        for (Finding finding : workspaceFindings.getOrDefault(file.model().path(), List.of())) {
            if (!file.silences().silent(finding.span().startLine(), finding.ruleId())) {
                findings.add(finding);
            }
        }
        findings.sort(Comparator.comparingInt(finding -> finding.span().startLine()));
        return findings;
    }

    private boolean used(FileModel file, Finding finding) {
        if (finding.ruleId().equals(KnownRule.UNUSED.id())) {
            return mentioning(finding.symbol()).stream().anyMatch(other -> other != file);
        }
        return finding.ruleId().equals(KnownRule.IMPORT_UNUSED.id()) && taken(file, finding);
    }

    private boolean taken(FileModel file, Finding finding) {
        return file.imports().stream()
                .filter(imported -> imported.nameLine() == finding.span().startLine())
                .filter(imported -> finding.message().startsWith("'" + imported.bound() + "'"))
                .anyMatch(imported -> graph.taken(file.path(), imported.bound()));
    }
}
