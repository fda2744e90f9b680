package dev.bolt.analysis.grammar;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A loaded grammar: its words for kinds of nodes and for what they are to each other.
 *
 * @param language native, for as long as the process lives
 * @param named by number of the kind, whether it has a name of its own: keywords and brackets have none
 * @param kinds by number
 * @param fields by number, the first empty
 */
record LanguageNames(MemorySegment language, boolean[] named, List<String> kinds, List<String> fields) {
    private static final int LONGEST_NAME_BYTES = 256;
    private static final int REGULAR = 0;

    /** @throws IOException if there is no such grammar for this machine, or tree-sitter cannot read its version */
    static LanguageNames load(TreeSitter engine, Natives natives, String name) throws IOException {
        SymbolLookup library = natives.load("tree-sitter-" + name);
        var entry = library.find("tree_sitter_" + name);
        if (entry.isEmpty()) {
            throw new IOException("tree-sitter-" + name + " exports no grammar");
        }
        try {
            var language = (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(entry.get(), FunctionDescriptor.of(ValueLayout.ADDRESS))
                    .invokeExact();
            check(engine, language, name);
            return read(engine, language);
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("Native functions throw nothing", impossible);
        }
    }

    private static void check(TreeSitter engine, MemorySegment language, String name) throws Throwable {
        var parser = (MemorySegment) engine.parserNew.invokeExact();
        boolean fits = (boolean) engine.parserSetLanguage.invokeExact(parser, language);
        engine.parserDelete.invokeExact(parser);
        if (!fits) {
            throw new IOException("the version of tree-sitter-" + name + " is not one that tree-sitter reads");
        }
    }

    private static LanguageNames read(TreeSitter engine, MemorySegment language) throws Throwable {
        int count = (int) engine.symbolCount.invokeExact(language);
        var kinds = new ArrayList<String>(count);
        boolean[] named = new boolean[count];
        for (int i = 0; i < count; i++) {
            kinds.add(text((MemorySegment) engine.symbolName.invokeExact(language, (short) i)));
            named[i] = (int) engine.symbolType.invokeExact(language, (short) i) == REGULAR;
        }
        int fieldCount = (int) engine.fieldCount.invokeExact(language);
        var fields = new ArrayList<String>(fieldCount + 1);
        fields.add("");
        for (int i = 1; i <= fieldCount; i++) {
            fields.add(text((MemorySegment) engine.fieldName.invokeExact(language, (short) i)));
        }
        return new LanguageNames(language, named, List.copyOf(kinds), List.copyOf(fields));
    }

    private static String text(MemorySegment name) {
        return name.equals(MemorySegment.NULL)
                ? ""
                : name.reinterpret(LONGEST_NAME_BYTES).getString(0).intern();
    }
}
