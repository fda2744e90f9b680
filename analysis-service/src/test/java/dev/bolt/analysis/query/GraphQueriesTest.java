package dev.bolt.analysis.query;

import static dev.bolt.analysis.OpenIndexes.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.api.analysis.ChainQuery;
import dev.bolt.api.analysis.ContractQuery;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.GraphEdge;
import dev.bolt.api.analysis.GraphFormat;
import dev.bolt.api.analysis.GraphLevel;
import dev.bolt.api.analysis.GraphNode;
import dev.bolt.api.analysis.GraphQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class GraphQueriesTest {
    private static final Map<String, String> FILES = Map.of(
            "main.py", "import web.page\n",
            "web/__init__.py", "",
            "web/page.py", "from core import a\nfrom core import b\n",
            "core/__init__.py", "",
            "core/a.py", "from core import b\n",
            "core/b.py", "from core import a\n",
            "core/late.py", "def f():\n    from web import page\n",
            "bolt.yaml", """
                    contracts:
                      - {name: core below web, type: layers, layers: [web, core]}
                      - {type: triangle}
                    """);

    @TempDir
    Path root;

    @TempDir
    Path data;

    private OpenIndexes open;
    private GraphQueries queries;

    @BeforeEach
    void opens() throws Exception {
        OpenIndexes.write(root, FILES);
        open = OpenIndexes.in(data);
        open.built(root);
        queries = new GraphQueries(open.indexes());
    }

    @AfterEach
    void closes() {
        open.close();
    }

    @Test
    void tellsLayersCirclesAndFoldersOfFiles() {
        var graph = queries.graph(new GraphQuery(ID, null, null, false, null, 0));
        assertThat(graph.nodes())
                .extracting(GraphNode::path, GraphNode::layer, GraphNode::circle)
                .containsExactly(
                        tuple("core/late.py", 2, 0),
                        tuple("main.py", 2, 0),
                        tuple("web/page.py", 1, 0),
                        tuple("core/__init__.py", 0, 0),
                        tuple("core/a.py", 0, 1),
                        tuple("core/b.py", 0, 1),
                        tuple("web/__init__.py", 0, 0));
        assertThat(graph.drawing()).isNull();
        var packages = queries.graph(new GraphQuery(ID, GraphLevel.PACKAGE, null, true, null, 0));
        assertThat(packages.nodes())
                .extracting(GraphNode::path, GraphNode::layer, GraphNode::files)
                .containsExactly(tuple(".", 2, 1), tuple("web", 1, 2), tuple("core", 0, 4));
        assertThat(packages.edges()).containsExactly(new GraphEdge(".", "web", 1), new GraphEdge("web", "core", 2));
    }

    @Test
    void keepsTheNodesOfHighestRankAndTheEdgesBetweenThem() {
        var graph = queries.graph(new GraphQuery(ID, GraphLevel.MODULE, null, false, null, 2));
        assertThat(graph.nodes()).extracting(GraphNode::path).containsExactly("core/a.py", "core/b.py");
        assertThat(graph.edges()).hasSize(2);
        assertThat(graph.total()).isEqualTo(7);
    }

    @Test
    void showsOneFolderAlone() {
        var graph = queries.graph(new GraphQuery(ID, GraphLevel.MODULE, "core", false, null, 0));
        assertThat(graph.nodes()).allSatisfy(node -> assertThat(node.path()).startsWith("core/"));
        assertThat(graph.edges())
                .containsExactly(
                        new GraphEdge("core/a.py", "core/b.py", 1), new GraphEdge("core/b.py", "core/a.py", 1));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> queries.graph(new GraphQuery(ID, null, "nowhere", false, null, 0)))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.PATH_NOT_FOUND));
    }

    @Test
    void drawsForGraphvizAndMermaid() {
        String dot = queries.graph(new GraphQuery(ID, GraphLevel.PACKAGE, null, true, GraphFormat.DOT, 0))
                .drawing();
        assertThat(dot).isEqualTo("""
                digraph imports {
                  rankdir=TB;
                  node [shape=box];
                  ".";
                  "web";
                  "core";
                  "." -> "web" [weight=1];
                  "web" -> "core" [weight=2];
                }
                """);
        String mermaid = queries.graph(new GraphQuery(ID, GraphLevel.MODULE, "core", false, GraphFormat.MERMAID, 0))
                .drawing();
        assertThat(mermaid).startsWith("flowchart TB\n").contains("[\"core/a.py\"]:::circle", "n1 --> n2", "n2 --> n1");
    }

    @Test
    void drawsGraphMlThatAnXmlParserReads() throws Exception {
        String xml = queries.graph(new GraphQuery(ID, GraphLevel.MODULE, null, false, GraphFormat.GRAPHML, 0))
                .drawing();
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(document.getElementsByTagName("node").getLength()).isEqualTo(7);
        assertThat(document.getElementsByTagName("edge").getLength()).isEqualTo(6);
    }

    @Test
    void tellsAShortestChainImportByImport() {
        assertThat(queries.chain(new ChainQuery(ID, "main.py", "core/b.py")).imports())
                .extracting(Dependency::from, Dependency::line, Dependency::to)
                .containsExactly(tuple("main.py", 1, "web/page.py"), tuple("web/page.py", 2, "core/b.py"));
        assertThat(queries.chain(new ChainQuery(ID, "core/b.py", "main.py")).imports())
                .isEmpty();
        assertThat(queries.chain(new ChainQuery(ID, "core/a.py", "core/a.py")).imports())
                .hasSize(2);
    }

    @Test
    void contractsOfTheWorkspaceAreAnsweredAndBecomeFindings() {
        var contracts = queries.contracts(new ContractQuery(ID));
        assertThat(contracts.contracts()).singleElement().satisfies(outcome -> {
            assertThat(outcome.kept()).isFalse();
            assertThat(outcome.breaches()).hasSize(1);
        });
        assertThat(contracts.problems()).hasSize(1);
        var model = open.ready();
        assertThat(model.findings(model.files().get("core/late.py")))
                .extracting(Finding::ruleId, finding -> finding.span().startLine())
                .containsExactly(tuple("architecture.contract", 2));
    }
}
