package dev.bolt.analysis.script;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.Heritage;
import dev.bolt.analysis.symbol.ImportContext;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.symbol.Shared;
import dev.bolt.analysis.symbol.Use;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the model of one file while it is read. The scopes around are a stack. What was tried can be taken back. */
final class Outline {
    /** What kind of scope is entered. */
    enum Scope {
        /** Definitions inside belong to the file as those outside do. */
        NAMESPACE,
        /** Functions inside are methods. */
        TYPE,
        /** Variables inside are its own. */
        FUNCTION,
        /** Nothing directly inside is a definition, such as in the literal of an object. */
        VALUE
    }

    private final String path;
    private final int lines;
    private String[] names = new String[32];
    private Scope[] kinds = new Scope[32];
    private int[] functions = new int[32];
    private int depth;
    private int tries;
    private final ArrayList<@Nullable Symbol> symbols = new ArrayList<>();
    private final ArrayList<ImportedName> imports = new ArrayList<>();
    private final ArrayList<Heritage> heritage = new ArrayList<>();
    private final ArrayList<Use> uses = new ArrayList<>();

    /** @param lines how many the file has: what never ends, ends with them */
    Outline(String path, int lines) {
        this.path = path;
        this.lines = lines;
        names[0] = "";
        kinds[0] = Scope.NAMESPACE;
    }

    /** How much there is, to come back to. */
    record Mark(int depth, int tries, int symbols, int imports, int heritage, int uses) {}

    Mark mark() {
        return new Mark(depth, tries, symbols.size(), imports.size(), heritage.size(), uses.size());
    }

    void reset(Mark mark) {
        depth = mark.depth;
        tries = mark.tries;
        truncate(symbols, mark.symbols);
        truncate(imports, mark.imports);
        truncate(heritage, mark.heritage);
        truncate(uses, mark.uses);
    }

    private static void truncate(List<?> list, int size) {
        if (list.size() > size) {
            list.subList(size, list.size()).clear();
        }
    }

    /** What follows, up to {@link #leave}, is inside this name. */
    void enter(String name, Scope kind) {
        if (++depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            kinds = Arrays.copyOf(kinds, depth * 2);
            functions = Arrays.copyOf(functions, depth * 2);
        }
        names[depth] = name;
        kinds[depth] = kind;
        functions[depth] = functions[depth - 1] + (kind == Scope.FUNCTION ? 1 : 0);
    }

    /** What follows, up to {@link #leave}, has no name of its own. */
    void enter(Scope kind) {
        enter(names[depth], kind);
    }

    void leave() {
        depth--;
    }

    /** Imports up to {@link #leaveTry} may fail. */
    void enterTry() {
        tries++;
    }

    void leaveTry() {
        tries--;
    }

    /** The qualified name around; empty at the file's top. */
    String outer() {
        return names[depth];
    }

    Scope kind() {
        return kinds[depth];
    }

    /** Whether what is read is in a function, at any depth. */
    boolean inFunction() {
        return functions[depth] > 0;
    }

    String qualify(String name) {
        String outer = outer();
        return outer.isEmpty() ? name : Shared.text(outer + "." + name);
    }

    /** The place of a definition before those inside it. */
    int reserve() {
        symbols.add(null);
        return symbols.size() - 1;
    }

    void define(
            int place,
            String name,
            String qualified,
            SymbolKind kind,
            int line,
            int lastLine,
            @Nullable String signature,
            @Nullable String doc) {
        var span = new SourceSpan(path, line, Math.max(line, Math.min(lastLine, lines)));
        symbols.set(place, new Symbol(name, qualified, kind, span, signature, doc, 0));
    }

    void inherits(String type, String base) {
        heritage.add(new Heritage(type, base));
    }

    void uses(String name, String receiver, int line, boolean call) {
        uses.add(new Use(name, receiver, line, outer(), call));
    }

    int useCount() {
        return uses.size();
    }

    /** Takes back those from this one on. */
    void forgetUses(int from) {
        truncate(uses, from);
    }

    void imports(String module, String name, String bound, int line, int nameLine, ImportContext context) {
        boolean renamed = !name.isEmpty() && !name.equals(bound);
        imports.add(new ImportedName(module, 0, name, bound, renamed, line, nameLine, context));
    }

    /** A module that is loaded while the program runs; gives its number for {@link #bind}. */
    int requires(String module, int line, boolean later) {
        imports(module, "", "", line, line, later || inFunction() ? ImportContext.FUNCTION : here());
        return imports.size() - 1;
    }

    /** Says which module it is. */
    void name(int number, String module) {
        ImportedName each = imports.get(number);
        imports.set(number, new ImportedName(module, 0, "", "", false, each.line(), each.nameLine(), each.context()));
    }

    void forgetImport(int number) {
        imports.remove(number);
    }

    private ImportContext here() {
        return tries > 0 ? ImportContext.TRY : ImportContext.TOP;
    }

    int importCount() {
        return imports.size();
    }

    /** Those from this one on turn out to be in a function. */
    void runsLater(int from) {
        for (int i = from; i < imports.size(); i++) {
            ImportedName each = imports.get(i);
            if (each.context().runtime()) {
                imports.set(
                        i,
                        new ImportedName(
                                each.module(),
                                0,
                                each.name(),
                                each.bound(),
                                each.renamed(),
                                each.line(),
                                each.nameLine(),
                                ImportContext.FUNCTION));
            }
        }
    }

    /** The name that a module gets. */
    void bind(int number, String bound) {
        ImportedName each = imports.get(number);
        imports.set(
                number,
                new ImportedName(each.module(), 0, "", bound, false, each.line(), each.nameLine(), each.context()));
    }

    FileModel model(String language) {
        List<Symbol> defined = new ArrayList<>(symbols.size());
        for (Symbol each : symbols) {
            if (each != null) {
                defined.add(each);
            }
        }
        defined.sort(Comparator.comparingInt(symbol -> symbol.span().startLine()));
        imports.sort(Comparator.comparingInt(ImportedName::line));
        return new FileModel(
                path, language, "", lines, defined, imports, List.copyOf(new LinkedHashSet<>(uses)), heritage);
    }
}
