package dev.bolt.analysis.graph;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The words by which imports name files. An import can mean a file only if it writes one of the words of that file, as
 * each language's resolver tells them.
 */
public final class ImportWords {
    /** Of an import of JavaScript that begins at no folder: a package or an alias, which may mean any file. */
    static final String BARE = "/";

    /** Of an import of JavaScript that ends at a folder without naming it. */
    static final String FOLDER = ".";

    private ImportWords() {}

    /** The words that the imports of a file write. */
    public static Set<String> of(FileModel file) {
        var words = new HashSet<String>();
        for (ImportedName imported : file.imports()) {
            String module = imported.module();
            switch (file.language()) {
                case "javascript", "typescript" -> words.add(script(module));
                case "go", "c", "cpp" -> words.add(last(module));
                case "rust" -> {
                    words.addAll(Arrays.asList(module.split("::")));
                    words.addAll(Arrays.asList(imported.name().split("::")));
                }
                default -> {
                    words.addAll(Arrays.asList(module.split("\\.")));
                    words.add(imported.name());
                }
            }
        }
        return words;
    }

    private static String script(String module) {
        int end = module.length();
        for (int i = 0; i < end; i++) {
            if (module.charAt(i) == '?' || module.charAt(i) == '#') {
                end = i;
            }
        }
        String path = module.substring(0, end);
        if (!path.startsWith("./") && !path.startsWith("../") && !path.equals(".") && !path.equals("..")) {
            return BARE;
        }
        String name = last(path);
        return name.isEmpty() || name.equals(".") || name.equals("..") ? FOLDER : stem(name);
    }

    /** The part behind the last slash. */
    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A name of a file up to its first dot: {@code a} of {@code a.d.ts}. */
    static String stem(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
