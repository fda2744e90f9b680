package dev.bolt.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.platform.secret.InternalSecret;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a request, told so that its author finds the place; and the form of an answer. */
class RefusalsContractTest extends RunningService {
    private static final String QUERY = "'workspace':'sample','patterns':['send']";

    private RestClient bare;

    @BeforeEach
    void registersATree() throws Exception {
        bare = RestClient.builder() // Bolt's own would make exceptions of problems
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(InternalSecret.HEADER, secret.value())
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
        if (!Files.exists(trees.resolve("a.txt"))) {
            Files.writeString(trees.resolve("a.txt"), "send\n");
        }
        indexed(Queries.WORKSPACE, trees);
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "'' | {Q,'patterns':['(?)']} | BAD_PATTERN | patterns",
                "'' | {Q,'globs':['a','*.c}']} | BAD_REQUEST | globs",
                "'' | {Q,'after':'-3:x'} | BAD_REQUEST | after",
                "'' | {Q,'after':'0:x'} | BAD_REQUEST | after",
                "'' | {Q,'limit':1.5} | BAD_REQUEST | limit",
                "'' | {Q,'pre':'cat'} | BAD_REQUEST | pre",
                "'' | {Q,'follow':true} | BAD_REQUEST | follow",
                "'' | {Q,'count':1} | BAD_REQUEST | count",
                "'' | {Q,'replace':''} | BAD_REQUEST | replace",
                "'' | {Q,'ripgrep':{'zip':true}} | BAD_REQUEST | ripgrep.zip",
                "/paths | {'workspace':'sample','sort':'size'} | BAD_REQUEST | sort",
                "/batch | {'queries':[{Q}],'all':true} | BAD_REQUEST | all",
                "/batch | {'queries':[{Q},{Q,'count':true}]} | BAD_REQUEST | queries[1].count",
                "/batch | {'queries':[{Q},{Q},{Q,'patterns':['a(']}]} | BAD_PATTERN | queries[2].patterns",
                "/batch | {'queries':[{Q},{Q,'after':'x'}]} | BAD_REQUEST | queries[1].after",
                "/batch | {'queries':[{Q},{Q,'workspace':'nobody'}]} | WORKSPACE_NOT_FOUND | queries[1]",
                "/files | {'query':{Q,'patterns':['send','a)']}} | BAD_PATTERN | query.patterns",
                "/files | {'query':{Q,'globs':['[']}} | BAD_REQUEST | query.globs",
                "/files | {'query':{Q},'any':['[z-a]']} | BAD_PATTERN | any",
                "/files | {'query':{Q},'none':['x','*']} | BAD_PATTERN | none",
                "/files | {'query':{Q},'within':3} | BAD_REQUEST | within",
                "/files | {'query':{Q,'sort':1}} | BAD_REQUEST | query.sort",
            })
    void namesTheField(String path, String body, String code, String field) {
        ResponseEntity<String> answer = post(path.replace("'", ""), body, "application/json");
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = JsonMapper.shared().readTree(answer.getBody());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("field").asString()).isEqualTo(field);
    }

    @Test
    void namesThePropertiesThatAreKnown() {
        assertThat(post("", "{Q,'ripgrep':{'zip':true}}", "application/json").getBody())
                .contains("ripgrep.zip is not known here; known are crlf, encoding, maxFileBytes, ");
        assertThat(post("/files", "{'query':{Q},'within':3}", "application/json")
                        .getBody())
                .contains("within is not known here; known are any, near, none, query");
    }

    @ParameterizedTest
    @CsvSource({"null", "false", "0"})
    void letsPassWhatAsksForNothing(String value) {
        String body = "{Q,'unheardOf':%s,'ripgrep':{'unheardOf':%s}}".formatted(value, value);
        assertThat(post("", body, "application/json").getStatusCode().value()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "application/x-ndjson;q=0.5, application/json | application/json",
                "application/json;q=0.5, application/x-ndjson | application/x-ndjson",
                "application/x-ndjson | application/x-ndjson",
                "application/json | application/json",
                "*/* | application/json",
            })
    void answersInTheFormThatIsLikedBest(String accept, String type) {
        ResponseEntity<String> answer = post("", "{Q}", accept);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.parseMediaType(type));
    }

    private ResponseEntity<String> post(String path, String body, String accept) {
        return bare.post()
                .uri("/v1/searches" + path)
                .header("Accept", accept)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body.replace("Q", QUERY).replace('\'', '"'))
                .retrieve()
                .toEntity(String.class);
    }
}
