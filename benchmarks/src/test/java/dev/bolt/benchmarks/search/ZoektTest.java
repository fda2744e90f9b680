package dev.bolt.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ZoektTest {
    @Test
    void saysWhatRipgrepIsAskedInZoektsLanguage() throws Exception {
        List<SuiteQuery> all = SuiteQuery.all("linux");
        assertThat(text(all, "L01")).isEqualTo("case:yes content:\"PM_RESUME\"");
        assertThat(text(all, "L02")).isEqualTo("case:no content:\"PM_RESUME\"");
        assertThat(text(all, "L08")).isEqualTo("case:yes content:\"\\\\wAh\"");
        assertThat(text(all, "L15")).isEqualTo("case:yes content:\"\\\\Qstruct task_struct\\\\E\"");
        assertThat(text(all, "L20")).contains("spinlock[\\\\t\\\\v\\\\f\\\\r ]+");
        assertThat(text(all, "L27")).isEqualTo("case:no content:\"\\\\b(?:deadlock)\\\\b\"");
        assertThat(text(all, "L28")).contains("\\\\n\\\\s+spinlock_t");
        assertThat(text(all, "L29")).endsWith(" file:\"\\\\.h$\"");
        assertThat(text(all, "L30")).endsWith(" file:\"\\\\.([chH](\\\\.in)?|cats)$\"");
        assertThat(text(SuiteQuery.all("python"), "P16")).endsWith(" file:\"\\\\.pyi?$\"");
    }

    @Test
    void wantsAllThatMatchesAndCountsItsLines() throws Exception {
        var asked = new AtomicReference<JsonNode>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/search", exchange -> {
            asked.set(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
            byte[] answer = """
                    {"Result":{"FileCount":2,"Files":[
                    {"FileName":"a","LineMatches":[{"Line":"eA==","LineNumber":1},{"Line":"eA==","LineNumber":7}]},
                    {"FileName":"b","LineMatches":[{"Line":"eA==","LineNumber":3}]}]}}
                    """.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            Zoekt.Found found = new Zoekt(address).ask(new SuiteQuery("1", "literal", List.of(), "x"));
            assertThat(found.lines()).isEqualTo(3);
            assertThat(found.millis()).isPositive();
            assertThat(asked.get().at("/Opts/TotalMaxMatchCount").asInt()).isEqualTo(1_000_000_000);
        } finally {
            server.stop(0);
        }
    }

    private static String text(List<SuiteQuery> all, String name) {
        return all.stream()
                .filter(query -> query.name().equals(name))
                .map(Zoekt::text)
                .findFirst()
                .orElseThrow();
    }
}
