package dev.bolt.analysis.query;

import dev.bolt.analysis.ingest.AnalyzedFile;
import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.Heritage;
import dev.bolt.api.analysis.RelatedType;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.analysis.TypeHierarchy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who inherits from whom in one model. A base is looked for in its own file, then through the import that binds its
 * first name, also through modules that only pass it on. Built in time linear in classes.
 */
final class Hierarchies {
    private static final int MOST_HOPS = 10;

    private final CodeModel model;
    private final Map<String, Symbol> types = new HashMap<>();
    private final Map<String, Set<String>> bases = new LinkedHashMap<>();
    private final Map<String, Set<String>> heirs = new HashMap<>();

    Hierarchies(CodeModel model) {
        this.model = model;
        for (AnalyzedFile file : model.files().values()) {
            for (Symbol symbol : file.model().symbols()) {
                if (symbol.kind() == SymbolKind.CLASS) {
                    types.putIfAbsent(key(file.model().path(), symbol.qualifiedName()), symbol);
                }
            }
        }
        for (AnalyzedFile file : model.files().values()) {
            for (Heritage heritage : file.model().heritage()) {
                String type = key(file.model().path(), heritage.type());
                String base = resolve(file.model(), heritage.base());
                bases.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(base);
                heirs.computeIfAbsent(base, _ -> new LinkedHashSet<>()).add(type);
            }
        }
    }

    private static String key(String path, String qualified) {
        return path + "#" + qualified;
    }

    /** The key of a class of the workspace; the name as written if it is none. */
    private String resolve(FileModel from, String written) {
        FileModel file = from;
        String name = written;
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            if (types.containsKey(key(file.path(), name))) {
                return key(file.path(), name);
            }
            int dot = name.indexOf('.');
            String first = dot < 0 ? name : name.substring(0, dot);
            String origin = model.graph().origin(file.path(), first);
            AnalyzedFile next = origin == null ? null : model.files().get(origin);
            if (next == null) {
                return written;
            }
            name = dot < 0 ? original(file, first) : name.substring(name.lastIndexOf('.') + 1);
            file = next.model();
        }
        return written;
    }

    /** The name behind {@code import … as}. */
    private static String original(FileModel file, String bound) {
        return file.imports().stream()
                .filter(imported ->
                        imported.bound().equals(bound) && !imported.name().isEmpty())
                .map(imported -> imported.name())
                .findFirst()
                .orElse(bound);
    }

    /** The classes of this name, each with its relatives. */
    List<TypeHierarchy> of(List<Symbol> classes) {
        return classes.stream()
                .map(type -> {
                    String key = key(type.span().path(), type.qualifiedName());
                    return new TypeHierarchy(type, relatives(key, bases), relatives(key, heirs));
                })
                .toList();
    }

    private List<RelatedType> relatives(String start, Map<String, Set<String>> edges) {
        var found = new ArrayList<RelatedType>();
        var seen = new LinkedHashSet<String>(Set.of(start));
        List<String> level = List.of(start);
        for (int distance = 1; !level.isEmpty(); distance++) {
            var next = new ArrayList<String>();
            for (String each : level) {
                for (String other : edges.getOrDefault(each, Set.of())) {
                    if (seen.add(other)) {
                        next.add(other);
                    }
                }
            }
            next.sort(Comparator.naturalOrder());
            for (String each : next) {
                @Nullable Symbol type = types.get(each);
                found.add(new RelatedType(
                        type == null ? each : type.qualifiedName(), type == null ? null : type.span(), distance));
            }
            level = next;
        }
        return found;
    }
}
