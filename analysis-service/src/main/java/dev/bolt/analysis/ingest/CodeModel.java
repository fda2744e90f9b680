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
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    private final Lazy<Mentions> mentions;

    CodeModel(Collection<AnalyzedFile> analyzed, Surroundings surroundings, WorkspaceRules rules) {
        files = byPath(analyzed);
        this.surroundings = surroundings;
        List<FileModel> models =
                files.values().stream().map(AnalyzedFile::model).toList();
        graph = new ImportGraph(models, surroundings.projects());
        workspaceFindings = new Lazy<>(() -> rules.check(graph, surroundings.contracts()));
        mentions = new Lazy<>(() -> Mentions.of(models));
    }

    private CodeModel(
            CodeModel before,
            Collection<AnalyzedFile> changed,
            Collection<String> gone,
            Surroundings now,
            WorkspaceRules rules) {
        var all = new TreeMap<>(before.files);
        surroundings = now;
        var written = new ArrayList<FileModel>();
        var old = new ArrayList<FileModel>();
        var come = new ArrayList<AnalyzedFile>();
        for (AnalyzedFile file : changed) {
            AnalyzedFile was = all.put(file.model().path(), file);
            if (was == null || file.model() != was.model()) {
                written.add(file.model());
            }
            if (was == null) {
                come.add(file);
            } else if (file.model() != was.model()) {
                old.add(was.model());
            }
        }
        var went = new ArrayList<AnalyzedFile>();
        for (String path : gone) {
            AnalyzedFile was = all.remove(path);
            if (was != null) {
                went.add(was);
                old.add(was.model());
            }
        }
        files = Collections.unmodifiableNavigableMap(all);
        graph = graph(before, written, come, went);
        workspaceFindings = graph == before.graph && now.contracts().equals(before.contracts())
                ? before.workspaceFindings
                : new Lazy<>(() -> rules.check(graph, now.contracts()));
        mentions = before.mentions.made()
                ? new Lazy<>(() -> before.mentions.get().with(old, written))
                : new Lazy<>(() -> Mentions.of(models()));
    }

    private ImportGraph graph(
            CodeModel before, List<FileModel> written, List<AnalyzedFile> come, List<AnalyzedFile> went) {
        boolean sameModules = come.isEmpty()
                && went.isEmpty()
                && written.stream().allMatch(file -> isSameModule(before.files.get(file.path()), file));
        if (sameModules) {
            return before.graph.with(written);
        }
        boolean python = Stream.concat(come.stream(), went.stream())
                        .allMatch(file -> file.model().language().equals("python"))
                && written.stream()
                        .allMatch(file ->
                                file.language().equals("python") || isSameModule(before.files.get(file.path()), file));
        return (python ? before.graph.with(models(), written, paths(come), paths(went)) : Optional.<ImportGraph>empty())
                .orElseGet(() -> new ImportGraph(models(), surroundings.projects()));
    }

    private List<FileModel> models() {
        return files.values().stream().map(AnalyzedFile::model).toList();
    }

    private static List<String> paths(List<AnalyzedFile> files) {
        return files.stream().map(file -> file.model().path()).toList();
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

    private static boolean isSameModule(@Nullable AnalyzedFile was, FileModel file) {
        return was != null && was.model().namespace().equals(file.namespace());
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
        return mentions.get().of(simpleName);
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
        return file.imports().stream()
                .filter(imported -> imported.nameLine() == finding.span().startLine())
                .filter(imported -> finding.message().startsWith("'" + imported.bound() + "'"))
                .anyMatch(imported -> graph.taken(file.path(), imported.bound()));
    }
}
