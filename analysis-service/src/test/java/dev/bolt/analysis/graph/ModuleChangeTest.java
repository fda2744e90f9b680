package dev.bolt.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.PythonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModuleChangeTest {
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
    void makesTheGraphThatTheFilesMakeFromNothing() {
        var random = new Random(4);
        int partial = 0;
        for (int run = 0; run < 150; run++) {
            var files = new TreeMap<String, FileModel>();
            for (String place : PLACES) {
                if (random.nextBoolean()) {
                    put(files, place, random);
                }
            }
            var graph = new ImportGraph(files.values(), PROJECTS);
            for (int step = 0; step < 12; step++) {
                var before = new TreeMap<>(files);
                for (int change = random.nextInt(3); change >= 0; change--) {
                    String place = PLACES.get(random.nextInt(PLACES.size()));
                    if (random.nextInt(3) == 0) {
                        files.remove(place);
                    } else {
                        put(files, place, random);
                    }
                }
                Optional<ImportGraph> next = after(graph, before, files);
                var cold = new ImportGraph(files.values(), PROJECTS);
                next.ifPresent(found -> assertThat(text(found, files)).isEqualTo(text(cold, files)));
                partial += next.isPresent() ? 1 : 0;
                graph = next.orElse(cold);
            }
        }
        assertThat(partial).isGreaterThan(500);
    }

    private static Optional<ImportGraph> after(
            ImportGraph graph, Map<String, FileModel> before, Map<String, FileModel> now) {
        List<FileModel> written = now.values().stream()
                .filter(file -> before.get(file.path()) != file)
                .toList();
        List<String> come =
                now.keySet().stream().filter(path -> !before.containsKey(path)).toList();
        List<String> gone =
                before.keySet().stream().filter(path -> !now.containsKey(path)).toList();
        return graph.with(now.values(), written, come, gone);
    }

    private static void put(Map<String, FileModel> files, String path, Random random) {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        files.put(path, PythonModel.of(path, PythonParser.parse(text)));
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
        return text.toString() + graph.paths() + graph.cycles() + graph.imports();
    }
}
