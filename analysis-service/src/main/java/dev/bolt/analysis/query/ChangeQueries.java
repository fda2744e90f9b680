package dev.bolt.analysis.query;

import dev.bolt.analysis.change.Diff;
import dev.bolt.analysis.change.Diff.FileDiff;
import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.analysis.ingest.Indexes;
import dev.bolt.analysis.ingest.WorkspaceIndex;
import dev.bolt.api.analysis.AffectedFile;
import dev.bolt.api.analysis.ChangeQuery;
import dev.bolt.api.analysis.ChangeResult;
import dev.bolt.api.analysis.ChangedFile;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.analysis.Reference;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.index.Freshness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may break by a diff: who uses the definitions that it changes, and who imports their files. */
@Component
public final class ChangeQueries {
    private static final int DEFAULT_AFFECTED = 1_000;

    /** Definitions whose uses are looked for; each costs up to some milliseconds. */
    private static final int MOST_DEFINITIONS = 200;

    /** Less is a name that only looks alike. */
    private static final double LEAST_CONFIDENCE = 0.4;

    private static final Comparator<AffectedFile> ORDER = Comparator.comparing((AffectedFile file) ->
                    file.uses().isEmpty() ? 0 : -file.uses().getFirst().confidence())
            .thenComparing(AffectedFile::distance)
            .thenComparing(AffectedFile::path);

    private final Indexes indexes;

    ChangeQueries(Indexes indexes) {
        this.indexes = indexes;
    }

    /** What the diff changes and who may break. */
    public ChangeResult changes(ChangeQuery query) {
        Diff diff = Diff.parse(query.diff());
        WorkspaceIndex index = indexes.current(query.workspace());
        Freshness freshness = index.freshness();
        var uses = new Uses(index.model());
        List<ChangedFile> changed = new ArrayList<>();
        var found = new ChangedFiles(index);
        for (FileDiff file : diff.files()) {
            ChangedFile one = found.of(file);
            changed.add(one);
            uses.add(one);
        }
        List<AffectedFile> affected = uses.affected(changed);
        int limit = query.limit() == 0 ? DEFAULT_AFFECTED : query.limit();
        return new ChangeResult(
                changed, affected.stream().limit(limit).toList(), affected.size(), uses.complete(), freshness);
    }

    /** The lines that use what changes, by file. */
    private static final class Uses {
        private final CodeModel model;
        private final Map<String, List<Reference>> byFile = new TreeMap<>();
        private int asked;

        Uses(CodeModel model) {
            this.model = model;
        }

        boolean complete() {
            return asked <= MOST_DEFINITIONS;
        }

        void add(ChangedFile file) {
            for (Symbol symbol : file.definitions()) {
                if (++asked <= MOST_DEFINITIONS) {
                    String module = model.graph().moduleName(file.path());
                    String name = module.isEmpty() ? symbol.qualifiedName() : module + "." + symbol.qualifiedName();
                    add(new ReferenceFinder(model, name), symbol);
                }
            }
            for (String name : file.removed()) {
                if (++asked <= MOST_DEFINITIONS && file.known()) {
                    add(ReferenceFinder.removed(model, name, file.path()), null);
                }
            }
        }

        private void add(ReferenceFinder finder, @Nullable Symbol within) {
            for (Reference use : finder.find()) {
                if (use.confidence() >= LEAST_CONFIDENCE && !isInside(use, within)) {
                    byFile.computeIfAbsent(use.span().path(), path -> new ArrayList<>())
                            .add(use);
                }
            }
        }

        private static boolean isInside(Reference use, @Nullable Symbol symbol) {
            return symbol != null
                    && use.span().path().equals(symbol.span().path())
                    && use.span().startLine() >= symbol.span().startLine()
                    && use.span().startLine() <= symbol.span().endLine();
        }

        List<AffectedFile> affected(List<ChangedFile> changed) {
            List<String> paths = changed.stream()
                    .filter(ChangedFile::known)
                    .map(ChangedFile::path)
                    .distinct()
                    .toList();
            List<AffectedFile> affected = new ArrayList<>();
            for (ImpactedFile file : model.graph().impact(paths)) {
                affected.add(new AffectedFile(file.path(), file.distance(), file.via(), taken(file.path())));
            }
            byFile.forEach((path, uses) -> affected.add(new AffectedFile(path, 0, path, sorted(uses))));
            affected.sort(ORDER);
            return affected;
        }

        private List<Reference> taken(String path) {
            List<Reference> uses = byFile.remove(path);
            return uses == null ? List.of() : sorted(uses);
        }

        private static List<Reference> sorted(List<Reference> uses) {
            return uses.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Reference::confidence)
                            .reversed()
                            .thenComparing(use -> use.span().startLine()))
                    .toList();
        }
    }
}
