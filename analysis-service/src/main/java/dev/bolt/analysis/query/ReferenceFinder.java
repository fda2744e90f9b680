package dev.bolt.analysis.query;

import dev.bolt.analysis.ingest.AnalyzedFile;
import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.symbol.Use;
import dev.bolt.api.analysis.Reference;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the uses of one name. A use that scopes and imports lead to a definition of that name has confidence 1; one
 * that only looks alike has less: {@value #INHERITED} through {@code self}, {@value #BY_NAME} on any other object,
 * {@value #ELSEWHERE} where the name comes from somewhere else.
 */
final class ReferenceFinder {
    private static final double SURE = 1;
    private static final double INHERITED = 0.7;
    private static final double BY_NAME = 0.4;
    private static final double ELSEWHERE = 0.2;

    private final CodeModel model;
    private final String simpleName;
    private final Set<String> definers = new HashSet<>();
    private final Set<String> owners = new HashSet<>();

    private ReferenceFinder(CodeModel model, String name, List<Symbol> definitions) {
        this.model = model;
        this.simpleName = name.substring(name.lastIndexOf('.') + 1);
        for (Symbol symbol : definitions) {
            define(symbol.span().path());
            owners.add(owner(symbol.qualifiedName()));
        }
    }

    /** In Go and Java the files of one package see each other's names without an import. */
    private void define(String path) {
        definers.add(path);
        AnalyzedFile file = model.files().get(path);
        String language = file == null ? "" : file.model().language();
        if (language.equals("go") || language.equals("java")) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            model.files().tailMap(folder).values().stream()
                    .map(AnalyzedFile::model)
                    .takeWhile(other -> other.path().startsWith(folder))
                    .filter(other -> other.language().equals(language))
                    .filter(other -> other.path().indexOf('/', folder.length()) < 0)
                    .forEach(other -> definers.add(other.path()));
        }
    }

    /** Whether a name that is taken from a file comes from a definition, be it handed on by others. */
    private double from(String origin, String name) {
        return model.graph().leads(origin, name, definers) ? SURE : ELSEWHERE;
    }

    ReferenceFinder(CodeModel model, String name) {
        this(model, name, definitions(model, name));
    }

    /** Of a name that a file defined at its top before a change. */
    static ReferenceFinder removed(CodeModel model, String simpleName, String path) {
        var finder = new ReferenceFinder(model, simpleName, List.of());
        finder.definers.add(path);
        finder.owners.add("");
        return finder;
    }

    /** The definitions of exactly this name, by path and line: simple, qualified, or with the module in front. */
    static List<Symbol> definitions(CodeModel model, String name) {
        var found = new ArrayList<Symbol>();
        for (FileModel file : model.defining(name.substring(name.lastIndexOf('.') + 1))) {
            String module = model.graph().moduleName(file.path());
            for (Symbol symbol : model.symbols(file)) {
                String qualified = symbol.qualifiedName();
                if (symbol.name().equals(name) || qualified.equals(name) || isJoined(name, module, qualified)) {
                    found.add(symbol);
                }
            }
        }
        return found;
    }

    private static boolean isJoined(String name, String module, String qualified) {
        return name.length() == module.length() + 1 + qualified.length()
                && name.startsWith(module)
                && name.charAt(module.length()) == '.'
                && name.endsWith(qualified);
    }

    List<Reference> find() {
        var found = new ArrayList<Reference>();
        for (FileModel file : model.mentioning(simpleName)) {
            for (ImportedName imported : file.imports()) {
                if (imported.simpleName().equals(simpleName)) {
                    found.add(reference(file, imported.nameLine(), "", "import", confidence(file, imported)));
                }
            }
            for (Use use : file.uses()) {
                if (use.name().equals(simpleName)) {
                    String kind = use.call() ? "call" : "read";
                    found.add(reference(file, use.line(), use.within(), kind, confidence(file, use)));
                }
            }
        }
        found.sort(Comparator.comparing((Reference each) -> each.span().path())
                .thenComparingInt(each -> each.span().startLine()));
        return found;
    }

    private double confidence(FileModel file, ImportedName imported) {
        String origin = model.graph().origin(file.path(), imported.bound());
        return origin == null ? ELSEWHERE : from(origin, imported.simpleName());
    }

    private double confidence(FileModel file, Use use) {
        if (use.receiver().isEmpty()) {
            return bare(file, use);
        }
        if (use.receiver().equals("self") || use.receiver().equals("cls")) {
            boolean own = definers.contains(file.path()) && owners.contains(owner(use.within()));
            return own ? SURE : INHERITED;
        }
        String first = use.receiver().split("\\.", 2)[0];
        String origin = model.graph().origin(file.path(), first);
        if (origin != null) {
            return from(origin, owners.contains("") ? simpleName : first);
        }
        return definers.contains(file.path()) && owners.contains(use.receiver()) ? SURE : BY_NAME;
    }

    private double bare(FileModel file, Use use) {
        String origin = model.graph().origin(file.path(), use.name());
        if (origin != null) {
            return from(origin, use.name());
        }
        if (definers.contains(file.path()) && visible(use.within())) {
            return SURE;
        }
        boolean linked = file.language().equals("c") || file.language().equals("cpp");
        return linked || file.imports().stream().anyMatch(each -> each.name().equals("*")) ? BY_NAME : ELSEWHERE;
    }

    /** A definition in the module, or in a function around, is seen as a bare name. */
    private boolean visible(String within) {
        for (String scope = within; ; scope = owner(scope)) {
            if (owners.contains(scope)) {
                return true;
            }
            if (scope.isEmpty()) {
                return false;
            }
        }
    }

    private static String owner(@Nullable String qualified) {
        int dot = qualified == null ? -1 : qualified.lastIndexOf('.');
        return dot < 0 || qualified == null ? "" : qualified.substring(0, dot);
    }

    private static Reference reference(FileModel file, int line, String within, String kind, double confidence) {
        return new Reference(new SourceSpan(file.path(), line, line), within, kind, confidence);
    }
}
