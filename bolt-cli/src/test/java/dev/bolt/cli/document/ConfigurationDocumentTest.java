package dev.bolt.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of docs/configuration.md are what the sources say. {@code -Dbolt.golden=write} writes them anew. */
class ConfigurationDocumentTest {
    private static final Path CHECKOUT = Path.of("..");
    private static final Path DOCUMENT = CHECKOUT.resolve("docs/configuration.md");
    private static final String BEGIN = "<!-- settings: written by ConfigurationDocumentTest -->\n";
    private static final String END = "<!-- end of settings -->\n";
    private static final List<Map.Entry<String, String>> SERVICES = List.of(
            Map.entry("gateway", "The door"),
            Map.entry("orchestrator", "Solves and agents"),
            Map.entry("search", "Exact search"),
            Map.entry("einstein", "Semantic search"),
            Map.entry("analysis", "Code model"),
            Map.entry("platform", "Every service"));

    @Test
    void tellsEverySettingWithItsDefaultAndEffect() throws IOException {
        List<Setting> settings = Setting.all(CHECKOUT);
        assertThat(settings).extracting(Setting::effect).doesNotContain("");
        assertThat(settings)
                .extracting(Setting::service)
                .isSubsetOf(SERVICES.stream().map(Map.Entry::getKey).toList());
        String document = Files.readString(DOCUMENT);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        String written = document.substring(0, begin) + tables(settings) + document.substring(document.indexOf(END));
        if ("write".equals(System.getProperty("bolt.golden"))) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(written);
    }

    private static String tables(List<Setting> settings) {
        var tables = new StringBuilder();
        for (var service : SERVICES) {
            tables.append("\n## %s\n| setting | default | effect |\n|---|---|---|\n".formatted(service.getValue()));
            settings.stream()
                    .filter(setting -> setting.service().equals(service.getKey()))
                    .forEach(setting -> tables.append("| `%s` | %s | %s |\n"
                            .formatted(setting.name(), setting.defaultValue(), setting.effect())));
        }
        return tables.append('\n').toString();
    }
}
