package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.bolt.api.analysis.AnalysisApi;
import dev.bolt.api.analysis.AnalysisQuery;
import dev.bolt.api.analysis.ChainQuery;
import dev.bolt.api.analysis.ContractQuery;
import dev.bolt.api.analysis.Cycle;
import dev.bolt.api.analysis.CycleQuery;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.DependencyQuery;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.GraphFormat;
import dev.bolt.api.analysis.GraphLevel;
import dev.bolt.api.analysis.GraphQuery;
import dev.bolt.api.analysis.ImpactQuery;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.analysis.Reference;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolApi;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.secret.InternalSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AnalysisContractTest {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    @TempDir
    static Path home;

    @TempDir
    static Path root;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("bolt.home", home::toString);
    }

    @LocalServerPort
    int port;

    @Autowired
    RestClient.Builder client;

    @Autowired
    InternalSecret secret;

    private Clients clients;
    private AnalysisApi analysis;
    private SymbolApi symbols;
    private IndexApi index;

    @BeforeEach
    void indexesTheSample() throws Exception {
        clients = Clients.of(client, port, secret);
        analysis = clients.analysis();
        symbols = clients.symbols();
        index = clients.index();
        if (!Files.exists(root.resolve("README.md"))) {
            SampleWorkspace.in(root);
        }
        build();
    }

    private void build() {
        index.build(SHOP, new IndexRequest(root.toString()));
        await().until(() -> index.status(SHOP).state() != IndexState.BUILDING);
    }

    @Test
    void tellsHowFarTheIndexIs() {
        assertThat(index.status(SHOP)).satisfies(status -> {
            assertThat(status.service()).isEqualTo("analysis");
            assertThat(status.state()).isEqualTo(IndexState.READY);
            assertThat(status.filesDone()).isEqualTo(9);
            assertThat(status.filesTotal()).isEqualTo(9);
            assertThat(status.share()).isEqualTo(1);
            assertThat(status.asOf()).isNotNull();
        });
    }

    @Test
    void findsSymbolsEqualBeforePrefixBeforePart() {
        var found = symbols.symbols(SHOP, "CART", null, null, 100);
        assertThat(found.symbols().stream().limit(2))
                .extracting(Symbol::qualifiedName)
                .containsExactly("shop.cart", "Cart");
        assertThat(found.symbols()).extracting(Symbol::qualifiedName).contains("Cart.total");
        assertThat(found.total()).isEqualTo(found.symbols().size());
        assertThat(symbols.symbols(SHOP, "cart", null, null, 1).symbols()).hasSize(1);
    }

    @Test
    void tellsSignatureDocstringSpanAndComplexity() {
        var total = symbols.definitions(SHOP, "Cart.total", 10).symbols().getFirst();
        assertThat(total)
                .isEqualTo(new Symbol(
                        "total",
                        "Cart.total",
                        SymbolKind.METHOD,
                        new SourceSpan("src/shop/cart.py", 22, 25),
                        "(self) -> int",
                        "Sum of all prices.",
                        3));
        assertThat(symbols.definitions(SHOP, "shop.cart.Cart", 10).symbols())
                .extracting(Symbol::kind)
                .containsExactly(SymbolKind.CLASS);
    }

    @Test
    void findsSymbolsOfOneFileAndKind() {
        assertThat(symbols.symbols(SHOP, null, SymbolKind.VARIABLE, "src/shop/cart.py", 10)
                        .symbols())
                .extracting(Symbol::name)
                .containsExactly("LIMIT");
        assertThat(symbols.symbols(SHOP, null, null, "java/org/shop/Shop.java", 10)
                        .symbols())
                .extracting(Symbol::qualifiedName, Symbol::kind)
                .containsExactly(
                        tuple("Shop", SymbolKind.CLASS),
                        tuple("Shop.item", SymbolKind.VARIABLE),
                        tuple("Shop.item", SymbolKind.METHOD));
    }

    @Test
    void findsReferencesWithTheirConfidence() {
        assertThat(symbols.references(SHOP, "Cart", 100).references())
                .extracting(
                        each -> each.span().path(), each -> each.span().startLine(), Reference::within, Reference::kind)
                .containsExactly(
                        tuple("src/shop/__init__.py", 1, "", "import"),
                        tuple("src/shop/orders.py", 1, "", "import"),
                        tuple("src/shop/orders.py", 6, "Order.fill", "call"),
                        tuple("tests/test_cart.py", 1, "", "import"),
                        tuple("tests/test_cart.py", 5, "test_total", "call"));
        assertThat(symbols.references(SHOP, "Cart.send", 100).references())
                .singleElement()
                .satisfies(each -> assertThat(each.confidence()).isLessThan(1));
    }

    @Test
    void analyzesBrokenFilesAsFarAsTheyGo() {
        var broken = analysis.analyze(new AnalysisQuery(SHOP, List.of("broken.py")));
        assertThat(broken.complete()).isTrue();
        var file = broken.files().getFirst();
        assertThat(file.symbols()).extracting(Symbol::name).containsExactly("broken", "good", "Kept");
        assertThat(file.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("syntax.error");
            assertThat(finding.span().startLine()).isEqualTo(5);
        });
    }

    @Test
    void tellsTheFindingsOfAFolder() {
        var files = analysis.analyze(new AnalysisQuery(SHOP, List.of("src"))).files();
        assertThat(files).hasSize(5);
        assertThat(files.stream().flatMap(file -> file.findings().stream()))
                .extracting(Finding::ruleId)
                .contains("function.mutable-default", "import.unused", "import.cycle");
    }

    @Test
    void resolvesImportsAndTellsTheirContext() {
        var cart = analysis.dependencies(new DependencyQuery(SHOP, "src/shop/cart.py"));
        assertThat(cart.dependencies())
                .contains(
                        new Dependency("src/shop/cart.py", null, "os", 5, "top"),
                        new Dependency("src/shop/cart.py", "src/shop/prices.py", "shop.prices", 7, "top"),
                        new Dependency("src/shop/cart.py", "src/shop/orders.py", "shop.orders", 11, "type-checking"));
        assertThat(cart.dependents())
                .extracting(Dependency::from)
                .containsExactly("src/shop/__init__.py", "src/shop/orders.py", "tests/test_cart.py");
        assertThat(analysis.dependencies(new DependencyQuery(SHOP, "java/org/shop/Shop.java"))
                        .dependencies())
                .extracting(Dependency::to)
                .containsExactly("java/org/shop/model/Item.java");
    }

    @Test
    void tellsRuntimeCirclesFromTypeOnlyOnes() {
        assertThat(analysis.cycles(new CycleQuery(SHOP)).cycles())
                .containsExactly(
                        new Cycle(
                                List.of("src/shop/cart.py", "src/shop/orders.py"),
                                List.of("src/shop/cart.py", "src/shop/orders.py", "src/shop/cart.py"),
                                false),
                        new Cycle(
                                List.of("src/shop/prices.py", "src/shop/taxes.py"),
                                List.of("src/shop/prices.py", "src/shop/taxes.py", "src/shop/prices.py"),
                                true));
    }

    @Test
    void tellsWhoIsAffectedNearestFirst() {
        var impact = analysis.impact(new ImpactQuery(SHOP, List.of("src/shop/taxes.py"), 0));
        assertThat(impact.affected())
                .startsWith(
                        new ImpactedFile("src/shop/prices.py", 1, "src/shop/taxes.py"),
                        new ImpactedFile("src/shop/cart.py", 2, "src/shop/prices.py"));
        assertThat(impact.total()).isEqualTo(5);
        assertThat(analysis.impact(new ImpactQuery(SHOP, List.of("src/shop/taxes.py"), 1))
                        .affected())
                .hasSize(1);
    }

    @Test
    void answersWithProblemsToWrongQuestions() {
        var nobody = new WorkspaceId("nobody");
        Clients.fails(Problem.WORKSPACE_NOT_FOUND, () -> symbols.symbols(nobody, null, null, null, 10));
        Clients.fails(Problem.WORKSPACE_NOT_FOUND, () -> analysis.cycles(new CycleQuery(nobody)));
        Clients.fails(Problem.WORKSPACE_NOT_FOUND, () -> index.status(nobody));
        for (String path : List.of("missing.py", "../etc/passwd", "/etc/passwd", "src/../broken.py", "README.md")) {
            Clients.fails(Problem.PATH_NOT_FOUND, () -> analysis.dependencies(new DependencyQuery(SHOP, path)));
            Clients.fails(Problem.PATH_NOT_FOUND, () -> analysis.impact(new ImpactQuery(SHOP, List.of(path), 0)));
            Clients.fails(Problem.PATH_NOT_FOUND, () -> analysis.analyze(new AnalysisQuery(SHOP, List.of(path))));
        }
        Clients.fails(Problem.BAD_REQUEST, () -> symbols.symbols(SHOP, null, null, null, 0));
        Clients.fails(Problem.BAD_REQUEST, () -> analysis.impact(new ImpactQuery(SHOP, List.of(), 0)));
        Clients.fails(Problem.WORKSPACE_UNREADABLE, () -> index.build(nobody, new IndexRequest("/nowhere/at/all")));
    }

    @Test
    void forgetsADroppedIndex() {
        var other = new WorkspaceId("other");
        index.build(other, new IndexRequest(root.toString()));
        assertThat(home.resolve("data/analysis/other/root")).exists();
        index.drop(other);
        index.drop(other);
        assertThat(home.resolve("data/analysis/other")).doesNotExist();
        Clients.fails(Problem.WORKSPACE_NOT_FOUND, () -> index.status(other));
    }

    @Test
    void answersTheGraphOutlineAndRulesThroughTheirInterfaces() {
        var graphs = clients.graphs();
        assertThat(graphs.graph(new GraphQuery(SHOP, GraphLevel.PACKAGE, null, false, GraphFormat.DOT, 10))
                        .drawing())
                .contains("\"tests\" -> \"src/shop\"");
        assertThat(graphs.chain(new ChainQuery(SHOP, "tests/test_cart.py", "src/shop/taxes.py"))
                        .imports())
                .hasSize(3);
        assertThat(graphs.contracts(new ContractQuery(SHOP)).contracts()).isEmpty();
        var outlines = clients.outlines();
        assertThat(outlines.outline(SHOP, "src/shop/cart.py").maintainability()).isBetween(1.0, 100.0);
        assertThat(outlines.outline(SHOP, "src/shop/cart.py").roots())
                .extracting(node -> node.symbol().name())
                .containsExactly("LIMIT", "Cart");
        assertThat(outlines.hierarchy(SHOP, "Cart").types()).hasSize(1);
        assertThat(clients.rules().rules()).hasSizeGreaterThan(25);
        Clients.fails(Problem.PATH_NOT_FOUND, () -> outlines.outline(SHOP, "missing.py"));
        Clients.fails(Problem.PATH_NOT_FOUND, () -> graphs.chain(new ChainQuery(SHOP, "src", "src/shop/cart.py")));
        Clients.fails(Problem.BAD_REQUEST, () -> graphs.graph(new GraphQuery(SHOP, null, null, false, null, -1)));
    }

    @Test
    void answersSarifToWhoAcceptsItAndJsonToOthers() {
        var query = new AnalysisQuery(SHOP, List.of("src"));
        var log = clients.sarif().sarif(query);
        assertThat(log.runs().getFirst().results()).isNotEmpty();
        for (String accepted : List.of("*/*", "application/json")) {
            String body = clients.rest()
                    .post()
                    .uri("/v1/analyses")
                    .header("Accept", accepted)
                    .body(query)
                    .retrieve()
                    .body(String.class);
            assertThat(body).as(accepted).startsWith("{\"files\"");
        }
    }

    @Test
    void tellsItsStatus() {
        assertThat(clients.rest().get().uri("/internal/status").retrieve().body(Map.class))
                .isNotEmpty();
    }
}
