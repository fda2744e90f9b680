package dev.bolt.analysis.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.analysis.ingest.FileAnalyzer;
import dev.bolt.analysis.ingest.Indexes;
import dev.bolt.analysis.ingest.IngestProperties;
import dev.bolt.analysis.query.AnalysisQueries;
import dev.bolt.analysis.query.SymbolQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.unit.DataSize;

@WebMvcTest({AnalysisController.class, SymbolController.class})
@Import({AnalysisQueries.class, SymbolQueries.class})
class AnalysisControllerTest {
    @Autowired
    MockMvcTester mvc;

    @TestConfiguration
    static class Nothing {
        @Bean
        Indexes indexes() throws IOException {
            return new Indexes(
                    Files.createTempDirectory("analysis"),
                    new FileAnalyzer(
                            new FindingProperties(10, 100, 7, 30, 15, 5, 10, Set.of()), InstantSource.system()),
                    new IngestProperties(1, DataSize.ofGigabytes(1), DataSize.ofMegabytes(1)),
                    InstantSource.system());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"workspace\":\"NOT AN ID\",\"path\":\"a\"}", "{\"workspace\":\"a\",\"path\":\"\"}", "{"
            })
    void refusesABodyThatIsNoQuestion(String body) {
        assertThat(mvc.post()
                        .uri("/v1/dependencies")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesParametersThatAreNone() {
        assertThat(mvc.get().uri("/v1/workspaces/a/symbols?limit=many")).hasStatus(400);
        assertThat(mvc.get().uri("/v1/workspaces/a/symbols?kind=VERB")).hasStatus(400);
        assertThat(mvc.get().uri("/v1/workspaces/a/definitions")).hasStatus(400);
        assertThat(mvc.get().uri("/v1/workspaces/a/symbols"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("WORKSPACE_NOT_FOUND");
    }
}
