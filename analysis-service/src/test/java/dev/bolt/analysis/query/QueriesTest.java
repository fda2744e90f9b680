package dev.bolt.analysis.query;

import static dev.bolt.analysis.OpenIndexes.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.api.analysis.AnalysisQuery;
import dev.bolt.api.analysis.Cycle;
import dev.bolt.api.analysis.CycleQuery;
import dev.bolt.api.analysis.DependencyQuery;
import dev.bolt.api.analysis.FileAnalysis;
import dev.bolt.api.analysis.ImpactQuery;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.analysis.Reference;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueriesTest {
    @TempDir
    Path root;

    @TempDir
    Path data;

    private OpenIndexes open;
    private SymbolQueries symbols;
    private AnalysisQueries analyses;

    @BeforeEach
    void opens() {
        open = OpenIndexes.in(data);
        symbols = new SymbolQueries(open.indexes());
        analyses = new AnalysisQueries(open.indexes());
    }

    @AfterEach
    void closes() {
        open.close();
    }

    private void built(Map<String, String> files) throws Exception {
        OpenIndexes.write(root, files);
        open.built(root);
    }

    @Test
    void countsAllThatFitAndReturnsNoMoreThanAsked() throws Exception {
        built(Map.of("a.py", "def one(): pass\ndef two(): pass\nclass Three: pass\n"));
        var found = symbols.symbols(ID, null, SymbolKind.FUNCTION, null, 1);
        assertThat(found.symbols()).extracting(Symbol::name).containsExactly("one");
        assertThat(found.total()).isEqualTo(2);
        assertThat(symbols.symbols(ID, "nobody", null, null, 10).total()).isZero();
    }

    @Test
    void aSlipIsForgivenOnlyWhereNothingFits() throws Exception {
        built(Map.of("a.py", "def connect(): pass\ndef konnect(): pass\ndef disconnected(): pass\n"));
        assertThat(symbols.symbols(ID, "connect", null, null, 10).symbols())
                .extracting(Symbol::name)
                .containsExactly("connect", "disconnected");
        assertThat(symbols.symbols(ID, "connetc", null, null, 10).symbols())
                .extracting(Symbol::name)
                .containsExactly("connect");
    }

    @Test
    void refusesLimitsOutOfRangeAndNamesTheField() throws Exception {
        built(Map.of());
        for (int limit : new int[] {-1, 0, 10_001, Integer.MAX_VALUE}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> symbols.references(ID, "a", limit))
                    .satisfies(failure -> {
                        assertThat(failure.problem()).isEqualTo(Problem.BAD_REQUEST);
                        assertThat(failure.field()).isEqualTo("limit");
                    });
        }
        assertThat(symbols.references(ID, "a", 10_000).total()).isZero();
    }

    @Test
    void aReferenceIsSureWhereScopesAndImportsLeadToItAndAGuessElsewhere() throws Exception {
        var files = new LinkedHashMap<String, String>();
        files.put("pkg/__init__.py", "");
        files.put(
                "pkg/shop.py",
                "class Cart:\n    def send(self):\n        return self.send\n\n\ndef make():\n    Cart()\n");
        files.put("pkg/user.py", "from .shop import Cart as Basket\n\nBasket()\n\n\ndef f(other):\n    other.send()\n");
        files.put("pkg/stranger.py", "from elsewhere import Cart\n\nCart()\n");
        files.put("pkg/star.py", "from .shop import *\n\nCart()\n");
        built(files);
        assertThat(symbols.references(ID, "Cart", 100).references())
                .extracting(each -> each.span().toString(), Reference::kind, Reference::confidence)
                .containsExactly(
                        tuple("pkg/shop.py:7", "call", 1.0),
                        tuple("pkg/star.py:3", "call", 0.4),
                        tuple("pkg/stranger.py:1", "import", 0.2),
                        tuple("pkg/stranger.py:3", "call", 0.2),
                        tuple("pkg/user.py:1", "import", 1.0));
        assertThat(symbols.references(ID, "Cart.send", 100).references())
                .extracting(each -> each.span().toString(), Reference::within, Reference::confidence)
                .containsExactly(tuple("pkg/shop.py:3", "Cart.send", 1.0), tuple("pkg/user.py:7", "f", 0.4));
    }

    @Test
    void findsDefinitionsByEachOfTheirNames() throws Exception {
        built(Map.of("src/pkg/__init__.py", "", "src/pkg/a.py", "class C:\n    def m(self): pass\n"));
        for (String name : List.of("m", "C.m", "pkg.a.C.m")) {
            assertThat(symbols.definitions(ID, name, 10).symbols())
                    .as(name)
                    .extracting(Symbol::qualifiedName)
                    .containsExactly("C.m");
        }
        for (String name : List.of("M", "a.C.m", "pkg.a.m", "")) {
            assertThat(symbols.definitions(ID, name, 10).symbols()).as(name).isEmpty();
        }
    }

    @Test
    void cutsImpactAtItsLimitAndTellsTheTotal() throws Exception {
        built(Map.of("a.py", "", "b.py", "import a\n", "c.py", "import b\n", "d.py", "import b\n"));
        var impact = analyses.impact(new ImpactQuery(ID, List.of("a.py"), 2));
        assertThat(impact.affected())
                .containsExactly(new ImpactedFile("b.py", 1, "a.py"), new ImpactedFile("c.py", 2, "b.py"));
        assertThat(impact.total()).isEqualTo(3);
        assertThat(analyses.impact(new ImpactQuery(ID, List.of("c.py", "./d.py"), 0))
                        .affected())
                .isEmpty();
    }

    @Test
    void tellsEachCircleOnceTheLargestFirst() throws Exception {
        built(Map.of(
                "a.py", "import b\n",
                "b.py", "import c\n",
                "c.py", "import a\n",
                "x.py", "import y\n",
                "y.py", "import x\n",
                "z.py", "import a\nimport x\n"));
        var cycles = analyses.cycles(new CycleQuery(ID));
        assertThat(cycles.cycles())
                .extracting(Cycle::paths)
                .containsExactly(List.of("a.py", "b.py", "c.py"), List.of("x.py", "y.py"));
        assertThat(cycles.files()).isEqualTo(6);
        assertThat(cycles.imports()).isEqualTo(7);
    }

    @Test
    void tellsDependenciesByLineAndDependentsByPath() throws Exception {
        built(Map.of("a.py", "import z\nimport os\n", "z.py", "", "m.py", "import a\n", "b.py", "\nimport a\n"));
        var found = analyses.dependencies(new DependencyQuery(ID, "a.py"));
        assertThat(found.dependencies())
                .extracting(each -> each.line() + " " + each.module() + " " + each.to())
                .containsExactly("1 z z.py", "2 os null");
        assertThat(found.dependents())
                .extracting(each -> each.from() + ":" + each.line())
                .containsExactly("b.py:2", "m.py:1");
    }

    @Test
    void analyzesTheFilesOfFoldersOnceAndByPath() throws Exception {
        built(Map.of("p/b.py", "", "p/a.py", "", "p-other/c.py", "", "p.py", ""));
        var found = analyses.analyze(new AnalysisQuery(ID, List.of("p/", "./p/a.py")));
        assertThat(found.files()).extracting(FileAnalysis::path).containsExactly("p/a.py", "p/b.py");
        for (String all : List.of("", ".", "./")) {
            assertThat(analyses.analyze(new AnalysisQuery(ID, List.of(all))).files())
                    .hasSize(4);
        }
    }

    @Test
    void saysWhenThereAreMoreFilesThanAnAnswerHolds() throws Exception {
        var files = new LinkedHashMap<String, String>();
        for (int i = 0; i <= 1000; i++) {
            files.put("m%04d.py".formatted(i), "");
        }
        built(files);
        var found = analyses.analyze(new AnalysisQuery(ID, null));
        assertThat(found.complete()).isFalse();
        assertThat(found.files()).hasSize(1000);
    }

    @Test
    void aPathOfTheFileSystemIsNotAPathOfTheModel() throws Exception {
        built(Map.of("a.py", ""));
        for (String path :
                List.of(root.resolve("a.py").toString(), "../" + root.getFileName() + "/a.py", "a.py/..", "A.py")) {
            assertThatExceptionOfType(ProblemException.class)
                    .as(path)
                    .isThrownBy(() -> analyses.dependencies(new DependencyQuery(ID, path)))
                    .satisfies(failure -> {
                        assertThat(failure.problem()).isEqualTo(Problem.PATH_NOT_FOUND);
                        assertThat(failure.field()).isEqualTo("path");
                    });
        }
    }
}
