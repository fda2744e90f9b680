package dev.bolt.analysis.ingest;

import dev.bolt.analysis.graph.ImportWords;
import dev.bolt.analysis.graph.Lazy;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.symbol.Use;
import dev.bolt.api.analysis.Symbol;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The names in a workspace: which files define, mention and import them. Each index is made when it is first asked, and
 * corrected from then on. Immutable, safe for many threads.
 */
final class Names {
    private final Lazy<NameIndex> defined;
    private final Lazy<NameIndex> mentioned;
    private final Lazy<NameIndex> imported;

    private Names(Lazy<NameIndex> defined, Lazy<NameIndex> mentioned, Lazy<NameIndex> imported) {
        this.defined = defined;
        this.mentioned = mentioned;
        this.imported = imported;
    }

    /** @param models by path; is asked later */
    static Names of(Supplier<Collection<FileModel>> models) {
        return new Names(
                index(models, Names::definedIn), index(models, Names::mentionedIn), index(models, ImportWords::of));
    }

    private static Lazy<NameIndex> index(
            Supplier<Collection<FileModel>> models, Function<FileModel, Set<String>> names) {
        return new Lazy<>(() -> NameIndex.of(models.get(), names));
    }

    /**
     * With these models in the place of those.
     *
     * @param models all that there are now, by path; is asked later
     */
    Names with(Collection<FileModel> before, Collection<FileModel> after, Supplier<Collection<FileModel>> models) {
        return new Names(
                corrected(defined, Names::definedIn, before, after, models),
                corrected(mentioned, Names::mentionedIn, before, after, models),
                corrected(imported, ImportWords::of, before, after, models));
    }

    /** At once, so that no model holds on to the one before. */
    private static Lazy<NameIndex> corrected(
            Lazy<NameIndex> index,
            Function<FileModel, Set<String>> names,
            Collection<FileModel> before,
            Collection<FileModel> after,
            Supplier<Collection<FileModel>> models) {
        return index.made() ? Lazy.made(index.get().with(before, after)) : index(models, names);
    }

    /** Paths of the files that may define this: the last part of a dotted name, modules included. */
    Collection<String> defining(String lastPart) {
        return defined.get().of(lastPart);
    }

    /** Paths of the files that call, read or import this simple name, ascending. */
    Collection<String> mentioning(String simpleName) {
        return mentioned.get().of(simpleName);
    }

    /** Paths of the files whose imports write this of {@link ImportWords}. */
    Collection<String> importing(String word) {
        return imported.get().of(word);
    }

    private static Set<String> mentionedIn(FileModel model) {
        var names = new HashSet<String>();
        model.uses().stream().map(Use::name).forEach(names::add);
        model.imports().stream().map(ImportedName::simpleName).forEach(names::add);
        return names;
    }

    private static Set<String> definedIn(FileModel model) {
        var names = new HashSet<String>();
        for (Symbol symbol : model.symbols()) {
            names.add(symbol.name());
            names.add(last(symbol.qualifiedName()));
        }
        if (model.language().equals("python")) {
            names.addAll(moduleNames(model.path()));
        }
        return names;
    }

    /** What the module in a file may be called last, wherever its packages begin. */
    private static Set<String> moduleNames(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String stem = last(file.substring(0, file.lastIndexOf('.')));
        String folder = path.substring(0, Math.max(0, path.length() - file.length() - 1));
        return stem.equals("__init__")
                ? Set.of(stem, last(folder.substring(folder.lastIndexOf('/') + 1)))
                : Set.of(stem);
    }

    /** The part of a name behind its last dot. */
    static String last(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }
}
