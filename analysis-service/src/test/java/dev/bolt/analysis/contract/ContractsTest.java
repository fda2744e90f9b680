package dev.bolt.analysis.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.graph.ImportGraph;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.api.analysis.ContractOutcome;
import dev.bolt.api.analysis.Dependency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private static final Map<String, String> SHOP = new TreeMap<>(Map.of(
            "shop/__init__.py", "",
            "shop/web.py", "from shop import domain, util\n",
            "shop/domain.py", "from shop import util\n",
            "shop/store.py", "def f():\n    from shop import domain\n",
            "shop/util.py", "import shop.web\n"));

    private static List<ContractOutcome> check(String yaml) {
        var models = new ArrayList<FileModel>();
        SHOP.forEach((path, source) -> models.add(PythonModel.of(path, PythonParser.parse(source))));
        Contracts contracts = Contracts.of(yaml);
        assertThat(contracts.problems()).isEmpty();
        return contracts.check(new ImportGraph(models, List.of()));
    }

    private static List<String> ways(ContractOutcome outcome) {
        return outcome.breaches().stream()
                .map(chain -> chain.getFirst().from()
                        + chain.stream().map(Dependency::to).map(" > "::concat).collect(Collectors.joining()))
                .toList();
    }

    @Test
    void aForbiddenImportIsFoundThroughOthersToo() {
        ContractOutcome outcome = check("""
                contracts:
                  - name: the domain knows no web
                    type: forbidden
                    source_modules: [shop.domain]
                    forbidden_modules: shop.web
                """).getFirst();
        assertThat(outcome.name()).isEqualTo("the domain knows no web");
        assertThat(outcome.type()).isEqualTo("forbidden");
        assertThat(outcome.kept()).isFalse();
        assertThat(ways(outcome)).containsExactly("shop/domain.py > shop/util.py > shop/web.py");
    }

    @Test
    void anIndirectImportMayBeAllowedAndAnImportIgnored() {
        assertThat(check("""
                contracts:
                  - {name: a, type: forbidden, source_modules: [shop.domain], forbidden_modules: [shop.web], allow_indirect_imports: true}
                  - {name: b, type: forbidden, source_modules: [shop.domain], forbidden_modules: [shop.web], ignore_imports: [shop.util -> shop.web]}
                  - {name: c, type: forbidden, source_modules: [shop.domain], forbidden_modules: [shop.web], ignore_imports: ['shop.* -> shop.web']}
                  - {name: d, type: forbidden, source_modules: [shop.domain], forbidden_modules: [shop.web], ignore_imports: [shop.web -> shop.util]}
                """)).extracting(ContractOutcome::kept).containsExactly(true, true, true, false);
    }

    @Test
    void aLayerMayImportThoseBelowItOnly() {
        ContractOutcome outcome = check("""
                contracts:
                  - name: layers
                    type: layers
                    containers: [shop]
                    layers:
                      - web
                      - domain | store
                      - util
                """).getFirst();
        assertThat(ways(outcome))
                .containsExactlyInAnyOrder("shop/store.py > shop/domain.py", "shop/util.py > shop/web.py");
    }

    @Test
    void independentModulesImportEachOtherInNoDirection() {
        ContractOutcome outcome = check("""
                contracts:
                  - name: apart
                    type: independence
                    modules: |
                      shop/store.py
                      shop.util
                """).getFirst();
        assertThat(ways(outcome)).containsExactly("shop/store.py > shop/domain.py > shop/util.py");
        assertThat(check("contracts: [{name: x, type: independence, modules: [shop.web, shop.store]}]")
                        .getFirst()
                        .breaches())
                .hasSize(1);
    }

    @Test
    void saysWhatItDoesNotUnderstandAndKeepsTheRest() {
        assertThat(Contracts.of("a: [").problems()).singleElement().asString().startsWith("bolt.yaml is not YAML");
        assertThat(Contracts.of("contracts: yes").problems()).containsExactly("bolt.yaml: 'contracts' is no list.");
        assertThat(Contracts.of("").problems()).isEmpty();
        assertThat(Contracts.of("search: {}").problems()).isEmpty();
        assertThat(Contracts.of("!!java.net.URL [x]").problems()).hasSize(1);
        Contracts mixed = Contracts.of("""
                contracts:
                  - just a text
                  - {name: odd, type: hexagon}
                  - {name: poor, type: independence}
                  - {name: arrow, type: independence, modules: [a, b], ignore_imports: [a to b]}
                  - {name: good, type: independence, modules: [a, b]}
                """);
        assertThat(mixed.problems())
                .containsExactly(
                        "bolt.yaml: a contract is no mapping: 'just a text'.",
                        "bolt.yaml: 'odd' has the type 'hexagon'; there are forbidden, layers and independence.",
                        "bolt.yaml: 'poor' needs 'modules'.",
                        "bolt.yaml: 'arrow' ignores 'a to b'; write 'importer -> imported'.");
        assertThat(mixed.check(new ImportGraph(List.of(), List.of())))
                .extracting(ContractOutcome::name, ContractOutcome::kept)
                .containsExactly(org.assertj.core.api.Assertions.tuple("good", true));
    }
}
