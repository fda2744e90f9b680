package dev.bolt.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportContext;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.PythonParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A graph that is corrected beside one that is made from nothing, after random series of edits. */
class FileChangeTest {
    private static final String JSON =
            "{\"name\": \"%s\", \"main\": \"lib/main.js\", \"compilerOptions\": {\"paths\": {\"@/*\": [\"./app/*\"]}}}";

    /** Files that say how names lead to files; they stay as they are. */
    private static final Map<String, String> SETTINGS = Map.of(
            "go.mod", "example.org/app",
            "tools/go.mod", "example.org/tools/v2",
            "core/Cargo.toml", "core-lib",
            "packages/tool/package.json", JSON.formatted("tool"),
            "tsconfig.json", "{\"paths\": {\"@/*\": [\"./app/*\"]}}");

    private static final Map<String, List<String>> OTHERS = Map.of(
            "typescript",
            List.of(
                    "app/a.ts",
                    "app/a.d.ts",
                    "app/b/index.js",
                    "app/b.js",
                    "index.ts",
                    "app/c.test.tsx",
                    "packages/tool/lib/main.js",
                    "packages/tool/src/index.ts",
                    "packages/tool/index.ts"),
            "go",
            List.of("run.go", "net/a.go", "net/b.go", "net/a_test.go", "tools/gen.go", "cmd/vendor/example.org/x/y.go"),
            "rust",
            List.of(
                    "core/src/lib.rs",
                    "core/src/main.rs",
                    "core/src/net.rs",
                    "core/src/net/tcp.rs",
                    "core/src/net/mod.rs",
                    "core/src/disk/mod.rs",
                    "bin/lib.rs",
                    "bin/net.rs"),
            "c",
            List.of("include/a.h", "lib/a.h", "lib/b.c", "lib/include/sub/a.h", "arch/sub/a.h", "b.c"),
            "java",
            List.of("src/A.java", "src/b/B.java", "other/B.java", "src/b/C.java"));

    private static final Map<String, List<String>> IMPORTS = Map.of(
            "typescript",
            List.of(
                    "./a",
                    "./a.js",
                    "./b",
                    "./b/",
                    "..",
                    ".",
                    "./c.test",
                    "../tool",
                    "tool",
                    "tool/lib/main",
                    "@/a",
                    "@/b",
                    "react"),
            "go",
            List.of("example.org/app", "example.org/app/net", "example.org/tools/v2", "example.org/x", "fmt"),
            "rust",
            List.of(
                    "crate::net",
                    "super::net",
                    "self::tcp::X",
                    "core_lib::disk",
                    "core_lib",
                    "net::tcp",
                    "super::super::disk"),
            "c",
            List.of("a.h", "sub/a.h", "../a.h", "lib/a.h", "stdio.h"),
            "java",
            List.of("p.A", "p.q.B", "p.q.B.Inner", "p.C", "q.B", "java.util.List"));

    private static final int STEPS = 12;
    private static final List<String> PROJECTS = List.of("proj");
    private static final List<String> PLACES = List.of(
            "a.py",
            "a.pyi",
            "b.py",
            "a/b.py",
            "pkg/__init__.py",
            "pkg/a.py",
            "pkg/in/__init__.py",
            "pkg/in/d.py",
            "pkg/in/deep/e.py",
            "src/b.py",
            "src/__init__.py",
            "src/pkg/c.py",
            "proj/__init__.py",
            "proj/src/a.py",
            "proj/src/__init__.py",
            "proj/pkg/d.py",
            "tests/pkg/a.py",
            "tests/b.py");
    private static final List<String> TEXTS = List.of(
            "import a\nimport b\n",
            "import pkg.a\nfrom pkg import c, a, in\nfrom pkg.in.d import x\n",
            "from . import a, b\nfrom .. import d\n",
            "from .in import d\nfrom .deep.e import *\nimport a.b\n",
            "import src.b\nfrom src import pkg\nfrom proj.src.a import f\n",
            "from ..pkg import a as c\nimport d, c, e\n",
            "def f(): import tests.b\nimport proj\n");

    @Test
    void correctsTheGraphOfPythonFiles() {
        var random = new Random(4);
        int partial = 0;
        for (int run = 0; run < 150; run++) {
            partial += series(random, List.of(), PLACES, path -> python(path, random));
        }
        assertThat(partial).isGreaterThan(500);
    }

    @Test
    void correctsTheGraphOfOtherLanguages() {
        var random = new Random(14);
        List<FileModel> settings = SETTINGS.entrySet().stream()
                .map(each -> file(each.getKey(), "project", each.getValue(), List.of()))
                .toList();
        List<String> places =
                OTHERS.values().stream().flatMap(List::stream).sorted().toList();
        int partial = 0;
        for (int run = 0; run < 150; run++) {
            partial += series(random, settings, places, path -> other(path, random));
        }
        assertThat(partial).isEqualTo(150 * STEPS);
    }

    /** How often of its steps the graph could be corrected. */
    private static int series(
            Random random, List<FileModel> always, List<String> places, Function<String, FileModel> file) {
        var files = new TreeMap<String, FileModel>();
        always.forEach(each -> files.put(each.path(), each));
        places.stream().filter(_ -> random.nextBoolean()).forEach(path -> files.put(path, file.apply(path)));
        var graph = new ImportGraph(files.values(), PROJECTS);
        int partial = 0;
        for (int step = 0; step < STEPS; step++) {
            var before = new TreeMap<>(files);
            for (int change = random.nextInt(3); change >= 0; change--) {
                String place = places.get(random.nextInt(places.size()));
                if (random.nextInt(3) == 0) {
                    files.remove(place);
                } else {
                    files.put(place, file.apply(place));
                }
            }
            Optional<ImportGraph> next = after(graph, before, files);
            var cold = new ImportGraph(files.values(), PROJECTS);
            next.ifPresent(found -> assertThat(text(found, files)).isEqualTo(text(cold, files)));
            partial += next.isPresent() ? 1 : 0;
            graph = next.orElse(cold);
        }
        return partial;
    }

    private static Optional<ImportGraph> after(
            ImportGraph graph, NavigableMap<String, FileModel> before, NavigableMap<String, FileModel> now) {
        var come = new ArrayList<FileModel>();
        var gone = new ArrayList<FileModel>();
        now.forEach((path, file) -> {
            FileModel was = before.get(path);
            if (was == null || !was.namespace().equals(file.namespace())) {
                come.add(file);
            }
        });
        before.forEach((path, file) -> {
            FileModel is = now.get(path);
            if (is == null || !is.namespace().equals(file.namespace())) {
                gone.add(file);
            }
        });
        List<FileModel> written = now.values().stream()
                .filter(file -> before.get(file.path()) != file)
                .toList();
        return graph.with(written, come, gone, new Files(now));
    }

    /** Without an index. */
    private record Files(NavigableMap<String, FileModel> files) implements GraphFiles {
        @Override
        public Collection<FileModel> all() {
            return files.values();
        }

        @Override
        public Collection<FileModel> below(String folder) {
            return files.values().stream()
                    .filter(file -> folder.isEmpty() || file.path().startsWith(folder + "/"))
                    .toList();
        }

        @Override
        public Collection<FileModel> writing(String word) {
            return files.values().stream()
                    .filter(file -> ImportWords.of(file).contains(word))
                    .toList();
        }
    }

    private static FileModel python(String path, Random random) {
        return PythonModel.of(path, PythonParser.parse(TEXTS.get(random.nextInt(TEXTS.size()))));
    }

    private static FileModel other(String path, Random random) {
        String language = OTHERS.entrySet().stream()
                .filter(each -> each.getValue().contains(path))
                .findFirst()
                .orElseThrow()
                .getKey();
        List<String> imports = IMPORTS.getOrDefault(language, List.of());
        String namespace = language.equals("java") ? List.of("p", "p.q", "q").get(random.nextInt(3)) : "";
        return file(
                path,
                language,
                namespace,
                random.ints(3, 0, imports.size()).mapToObj(imports::get).toList());
    }

    private static FileModel file(String path, String language, String namespace, List<String> imports) {
        return new FileModel(
                path,
                language,
                namespace,
                1,
                List.of(),
                imports.stream()
                        .map(module -> new ImportedName(module, 0, "", "a", false, 1, 1, ImportContext.TOP))
                        .toList(),
                List.of(),
                List.of());
    }

    private static String text(ImportGraph graph, Map<String, FileModel> files) {
        var text = new StringBuilder();
        for (String path : files.keySet()) {
            text.append(path)
                    .append(' ')
                    .append(graph.moduleName(path))
                    .append(graph.dependencies(path))
                    .append(graph.dependents(path))
                    .append(graph.taken(path, "a"))
                    .append(graph.origin(path, "a"))
                    .append('\n');
        }
        return text.toString() + graph.paths() + graph.cycles() + graph.imports() + graph.impact(graph.paths());
    }
}
