package dev.bolt.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.ImpactedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportGraphTest {
    private static final String[] TREE = {
        "app/__init__.py",
        "app/a.py",
        "app/b.py",
        "app/both.py",
        "app/both/__init__.py",
        "app/sub/__init__.py",
        "app/sub/c.py",
        "app/sub/d.py",
        "ns/inner/e.py",
        "src/lib/__init__.py",
        "src/lib/f.py",
        "tests/helper.py",
        "tests/test_a.py",
        "tests/app_test/__init__.py",
        "tests/app_test/g.py",
        "typed/__init__.pyi",
        "main.py",
        "project/pyproject.toml",
        "project/src/pkg/__init__.py",
        "project/src/pkg/h.py",
        "scripts/json.py"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main.py | import app.a | app/a.py | app.a",
                "main.py | import app | app/__init__.py | app",
                "main.py | from app import b | app/b.py | app.b",
                "main.py | from app import nothing | app/__init__.py | app",
                "main.py | from app import both | app/both/__init__.py | app.both",
                "main.py | import app.sub.missing.deep | app/sub/__init__.py | app.sub.missing.deep",
                "main.py | import ns.inner.e | ns/inner/e.py | ns.inner.e",
                "main.py | import ns.inner | - | ns.inner",
                "main.py | from ns.inner import e | ns/inner/e.py | ns.inner.e",
                "main.py | import lib.f | src/lib/f.py | lib.f",
                "main.py | from lib import f | src/lib/f.py | lib.f",
                "main.py | import pkg.h | project/src/pkg/h.py | pkg.h",
                "main.py | import typed | typed/__init__.pyi | typed",
                "main.py | import json | - | json",
                "main.py | import numpy.linalg | - | numpy.linalg",
                "app/sub/c.py | from . import d | app/sub/d.py | app.sub.d",
                "app/sub/c.py | from .d import x | app/sub/d.py | app.sub.d",
                "app/sub/c.py | from .. import a | app/a.py | app.a",
                "app/sub/c.py | from ..b import x | app/b.py | app.b",
                "app/sub/c.py | from . import x | app/sub/__init__.py | app.sub",
                "app/sub/c.py | from ...... import x | - | ......x",
                "app/sub/c.py | import d | - | d",
                "app/sub/__init__.py | from .c import x | app/sub/c.py | app.sub.c",
                "app/sub/c.py | from app.a import * | app/a.py | app.a",
                "tests/test_a.py | import helper | tests/helper.py | helper",
                "tests/test_a.py | import app.a | app/a.py | app.a",
                "tests/app_test/g.py | import helper | tests/helper.py | helper",
                "tests/helper.py | import helper | - | helper",
                "scripts/json.py | import json | - | json"
            })
    void resolvesAnImportToItsFile(String from, String statement, String file, String module) {
        var models = new ArrayList<FileModel>();
        for (String path : TREE) {
            if (!path.endsWith(".toml")) {
                models.add(model(path, path.equals(from) ? statement : ""));
            }
        }
        Dependency dependency =
                new ImportGraph(models, List.of("project")).dependencies(from).getFirst();
        assertThat(dependency.to()).isEqualTo(file.equals("-") ? null : file);
        assertThat(dependency.module()).isEqualTo(module);
    }

    @Test
    void tellsTheContextOfEachImport() {
        var graph = new ImportGraph(List.of(model("x.py", """
                                import a
                                def f():
                                    import b
                                if typing.TYPE_CHECKING:
                                    import c
                                    def g():
                                        import d
                                try:
                                    import e
                                except ImportError:
                                    import f
                                class C:
                                    import g
                                """), model("a.py", "")), List.of());
        assertThat(graph.dependencies("x.py"))
                .extracting(each -> each.module() + " " + each.context())
                .containsExactly(
                        "a top", "b function", "c type-checking", "d type-checking", "e try", "f try", "g top");
        assertThat(graph.imports()).isEqualTo(1);
    }

    @Property
    void impactIsTheClosureOfDependentsByDistance(
            @ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> pairs,
            @ForAll @NotEmpty @Size(max = 3) Set<@IntRange(max = 9) Integer> changed) {
        Map<Integer, Set<Integer>> imports = new HashMap<>();
        pairs.forEach(
                pair -> imports.computeIfAbsent(pair / 10, _ -> new HashSet<>()).add(pair % 10));
        var models = new ArrayList<FileModel>();
        for (int v = 0; v < 10; v++) {
            var source = new StringBuilder();
            imports.getOrDefault(v, Set.of())
                    .forEach(w -> source.append("import m").append(w).append('\n'));
            models.add(model("m" + v + ".py", source.toString()));
        }
        var graph = new ImportGraph(models, List.of());
        Map<String, Integer> expected = new HashMap<>();
        Set<Integer> reached = new HashSet<>(changed);
        for (int distance = 1; distance <= 10; distance++) {
            var next = new HashSet<Integer>();
            for (int v = 0; v < 10; v++) {
                if (!reached.contains(v)
                        && imports.getOrDefault(v, Set.of()).stream().anyMatch(reached::contains)) {
                    next.add(v);
                    expected.put("m" + v + ".py", distance);
                }
            }
            reached.addAll(next);
        }
        List<ImpactedFile> affected =
                graph.impact(changed.stream().map(v -> "m" + v + ".py").toList());
        Map<String, Integer> found = new HashMap<>();
        affected.forEach(each -> found.put(each.path(), each.distance()));
        assertThat(found).isEqualTo(expected);
        assertThat(affected).hasSize(expected.size());
        for (ImpactedFile each : affected) {
            assertThat(graph.dependencies(each.path()))
                    .extracting(Dependency::to)
                    .contains(each.via());
            assertThat(found.getOrDefault(each.via(), 0)).isEqualTo(each.distance() - 1);
        }
    }

    @Test
    void aCircleOfFunctionImportsDoesNotRunAndOneOfTriesDoes() {
        var graph = new ImportGraph(
                List.of(
                        model("a.py", "import b"),
                        model("b.py", "def f():\n    import a"),
                        model("c.py", "try:\n    import d\nexcept ImportError:\n    pass"),
                        model("d.py", "import c")),
                List.of());
        assertThat(graph.cycles())
                .extracting(cycle -> cycle.paths().getFirst() + " " + cycle.runtime())
                .containsExactly("a.py false", "c.py true");
    }

    private static FileModel model(String path, String source) {
        return PythonModel.of(path, PythonParser.parse(source));
    }
}
