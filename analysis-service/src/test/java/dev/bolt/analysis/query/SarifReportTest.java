package dev.bolt.analysis.query;

import static dev.bolt.analysis.OpenIndexes.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.analysis.finding.KnownRule;
import dev.bolt.api.analysis.AnalysisQuery;
import dev.bolt.api.analysis.RuleDescription;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
    @TempDir
    Path root;

    @TempDir
    Path data;

    @Test
    void writesWhatTheFormatDemands() throws Exception {
        OpenIndexes.write(root, Map.of("a b/é.py", "def f(a=[]):\n    pass\n"));
        try (var open = OpenIndexes.in(data)) {
            open.built(root);
            var limits = new FindingProperties(10, 100, 7, 30, 15, 5, 10, Set.of("import.star"));
            var rules = new RuleQueries(new AnalysisQueries(open.indexes()), limits);
            JsonNode log = JsonMapper.shared().valueToTree(rules.sarif(new AnalysisQuery(ID, null)));
            assertThat(log.get("version").asString()).isEqualTo("2.1.0");
            assertThat(log.get("$schema").asString()).endsWith("sarif-schema-2.1.0.json");
            JsonNode run = log.get("runs").get(0);
            JsonNode driver = run.get("tool").get("driver");
            assertThat(driver.get("name").asString()).isEqualTo("Bolt");
            assertThat(driver.get("rules").size()).isEqualTo(KnownRule.values().length);
            JsonNode result = run.get("results").get(0);
            assertThat(result.get("ruleId").asString()).isEqualTo("function.mutable-default");
            assertThat(driver.get("rules").get(result.get("ruleIndex").asInt()).get("id"))
                    .isEqualTo(result.get("ruleId"));
            assertThat(result.get("level").asString()).isEqualTo("warning");
            JsonNode place = result.get("locations").get(0).get("physicalLocation");
            assertThat(place.get("artifactLocation").get("uri").asString()).isEqualTo("a%20b/%C3%A9.py");
            assertThat(place.get("region").get("startLine").asInt()).isEqualTo(1);
            assertThat(rules.rules())
                    .isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()))
                    .filteredOn(rule -> !rule.enabled())
                    .extracting(RuleDescription::id)
                    .containsExactly("import.star");
        }
    }
}
