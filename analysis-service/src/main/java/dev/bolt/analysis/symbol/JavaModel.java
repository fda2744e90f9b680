package dev.bolt.analysis.symbol;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Takes the model of a Java file with the JDK's own parser ({@link JavacTask#parse}): types, methods, fields, imports,
 * calls and named types, no complexity. Broken files give what the parser kept. Needs the module {@code jdk.compiler}
 * at run time.
 */
public final class JavaModel {
    private JavaModel() {}

    /** Whether this Java has a compiler. */
    public static boolean available() {
        return ToolProvider.getSystemJavaCompiler() != null;
    }

    /** The model of the file at this path; empty if there is no compiler or it gives up. */
    public static Optional<FileModel> of(String path, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Optional.empty();
        }
        var task = (JavacTask) compiler.getTask(
                null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(new Source(path, source)));
        try {
            for (CompilationUnitTree unit : task.parse()) {
                var symbols = new JavaSymbolScanner(path, task, unit);
                symbols.scan(unit, "");
                var uses = new JavaUseScanner(task, unit);
                uses.scan(unit, "");
                return Optional.of(new FileModel(
                        path,
                        "java",
                        unit.getPackageName() == null
                                ? ""
                                : unit.getPackageName().toString(),
                        (int) source.lines().count(),
                        symbols.symbols(),
                        symbols.imports(),
                        uses.uses(),
                        symbols.heritage()));
            }
        } catch (IOException | RuntimeException givenUp) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path.replaceAll("[^A-Za-z0-9/._-]", "_")), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
