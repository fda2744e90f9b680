package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.ImportResolver.Resolution;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Finds the file of an imported Java type by package and file name; {@code a.b.*} names no single file. */
final class JavaTypes {
    private final Map<String, String> files = new HashMap<>();

    JavaTypes(Collection<FileModel> models) {
        for (FileModel model : models) {
            if (model.language().equals("java")) {
                String name = model.path().substring(model.path().lastIndexOf('/') + 1);
                String stem = name.substring(0, name.lastIndexOf('.'));
                String qualified = model.namespace().isEmpty() ? stem : model.namespace() + "." + stem;
                files.putIfAbsent(qualified, model.path());
            }
        }
    }

    Resolution resolve(ImportedName imported) {
        String name = imported.module();
        while (true) {
            String file = files.get(name);
            int dot = name.lastIndexOf('.');
            if (file != null || dot < 0) {
                return new Resolution(file, imported.module());
            }
            name = name.substring(0, dot);
        }
    }
}
