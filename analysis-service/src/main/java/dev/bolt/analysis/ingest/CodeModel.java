package dev.bolt.analysis.ingest;

import dev.bolt.analysis.contract.Contracts;
import dev.bolt.analysis.finding.KnownRule;
import dev.bolt.analysis.finding.WorkspaceRules;
import dev.bolt.analysis.graph.ImportGraph;
import dev.bolt.analysis.graph.Lazy;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about one workspace at one moment. Immutable, safe for many threads. {@link #next} costs little
 * when few files changed, and equals a model made from nothing.
 */
public final class CodeModel {
    /** Where more than one file in so many changed, a model made from nothing costs less. */
    private static final int FEW = 4;

    private final NavigableMap<String, AnalyzedFile> files;
    private final Surroundings surroundings;
    private final ImportGraph graph;
    private final Lazy<Map<String, List<Finding>>> workspaceFindings;
    private final ModelFiles models;

    CodeModel(Collection<AnalyzedFile> analyzed, Surroundings surroundings, WorkspaceRules rules) {
        files = byPath(analyzed);
        this.surroundings = surroundings;
        models = new ModelFiles(files, Names.of(() -> ModelFiles.models(files.values())));
        graph = new ImportGraph(models.all(), surroundings.projects());
        workspaceFindings = new Lazy<>(() -> rules.check(graph, surroundings.contracts()));
    }

    private CodeModel(
            CodeModel before,
            Collection<AnalyzedFile> changed,
            Collection<String> gone,
            Surroundings now,
            WorkspaceRules rules) {
        var all = new TreeMap<>(before.files);
        surroundings = now;
        var edit = new ModelEdit(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        changed.forEach(file -> edit.write(all.put(file.model().path(), file), file));
        gone.forEach(path -> edit.remove(all.remove(path)));
        files = Collections.unmodifiableNavigableMap(all);
        Names names = before.models.names().with(edit.before(), edit.written(), () -> ModelFiles.models(all.values()));
        models = new ModelFiles(files, names);
        graph = edit.isInside()
                ? before.graph.with(edit.written())
                : before.graph
                        .with(edit.written(), edit.come(), edit.gone(), models)
                        .orElseGet(() -> new ImportGraph(models.all(), now.projects()));
        workspaceFindings = graph == before.graph && now.contracts().equals(before.contracts())
                ? before.workspaceFindings
                : new Lazy<>(() -> rules.check(graph, now.contracts()));
    }

    private static NavigableMap<String, AnalyzedFile> byPath(Collection<AnalyzedFile> analyzed) {
        var byPath = new TreeMap<String, AnalyzedFile>();
        analyzed.forEach(file -> byPath.put(file.model().path(), file));
        return Collections.unmodifiableNavigableMap(byPath);
    }

    /** The model of these files, all of them; this one if nothing changed. */
    CodeModel next(Collection<AnalyzedFile> analyzed, Surroundings now, WorkspaceRules rules) {
        if (files.isEmpty() || !now.projects().equals(surroundings.projects())) {
            return new CodeModel(analyzed, now, rules);
        }
        var changed = new ArrayList<AnalyzedFile>();
        var gone = new HashSet<>(files.keySet());
        for (AnalyzedFile file : analyzed) {
            gone.remove(file.model().path());
            if (!file.equals(files.get(file.model().path()))) {
                changed.add(file);
            }
        }
        if (changed.size() + gone.size() > files.size() / FEW) {
            return new CodeModel(analyzed, now, rules);
        }
        return changed.isEmpty() && gone.isEmpty() && now.equals(surroundings)
                ? this
                : new CodeModel(this, changed, gone, now, rules);
    }

    /** The model with these files in the place of what they were, and without those that are gone. */
    CodeModel next(Collection<AnalyzedFile> written, Collection<String> gone, WorkspaceRules rules) {
        List<AnalyzedFile> changed = written.stream()
                .filter(file -> !file.equals(files.get(file.model().path())))
                .toList();
        boolean same = changed.isEmpty() && gone.stream().noneMatch(files::containsKey);
        return same ? this : new CodeModel(this, changed, gone, surroundings, rules);
    }

    /** Nothing read yet. */
    static CodeModel empty() {
        return new CodeModel(List.of(), new Surroundings(List.of(), Contracts.none()), WorkspaceRules.none());
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
        return surroundings.contracts();
    }

    /** The files that call, read or import this simple name, by path. */
    public List<FileModel> mentioning(String simpleName) {
        return models.these(models.names().mentioning(simpleName));
    }

    /** The files that may define this, by path: the last part of a dotted name, be it a module's. */
    public List<FileModel> defining(String lastPart) {
        return models.these(models.names().defining(lastPart));
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
        for (Finding finding : workspaceFindings.get().getOrDefault(file.model().path(), List.of())) {
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
        String message = finding.message(); // begins with what is bound, in quotes
        return graph.taken(file.path(), message.substring(1, message.indexOf('\'', 1)));
    }
}
