package dev.bolt.analysis.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.analysis.ingest.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(IndexController.class)
class IndexControllerTest {
    @TempDir
    Path folder;

    @Autowired
    MockMvcTester mvc;

    @TestConfiguration
    static class Ground {
        @Bean
        Indexes indexes() throws IOException {
            return OpenIndexes.in(Files.createTempDirectory("analysis")).indexes();
        }
    }

    private MvcTestResult build(String id, String root) {
        return mvc.put()
                .uri("/internal/indexes/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"root\":\"%s\"}".formatted(root))
                .exchange();
    }

    private static void problem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere/at/all", "relative/path", "/"})
    void refusesARootThatIsNoWorkspace(String root) {
        problem(build("a", root), 422, "WORKSPACE_UNREADABLE");
    }

    @Test
    void refusesAFileAsRoot() throws Exception {
        Path file = Files.writeString(folder.resolve("a.py"), "x = 1\n");
        problem(build("a", file.toString()), 422, "WORKSPACE_UNREADABLE");
    }

    @Test
    void refusesABlankRootAndNamesTheField() {
        MvcTestResult answer = build("a", " ");
        problem(answer, 400, "BAD_REQUEST");
        assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo("root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPPER", "under_score", "dot.dot"})
    void refusesAnIdThatIsNone(String id) {
        problem(build(id, folder.toString()), 400, "BAD_REQUEST");
    }

    @Test
    void answersAtOnceAndForgetsSilently() {
        assertThat(build("fine", folder.toString()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.service")
                .isEqualTo("analysis");
        assertThat(mvc.delete().uri("/internal/indexes/fine")).hasStatusOk();
        assertThat(mvc.delete().uri("/internal/indexes/fine")).hasStatusOk();
        problem(mvc.get().uri("/internal/indexes/fine").exchange(), 404, "WORKSPACE_NOT_FOUND");
    }
}
