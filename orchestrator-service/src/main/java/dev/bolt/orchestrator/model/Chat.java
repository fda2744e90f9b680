package dev.bolt.orchestrator.model;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One question and one answer over {@code POST …/chat/completions}, the part of OpenAI's protocol that every server
 * has. Follows no redirect, for the key would go along; reads at most {@value #MOST_BYTES} bytes; ends with the
 * deadline of its caller or an interrupt. Safe for many threads.
 */
final class Chat {
    private static final int MOST_BYTES = 4 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final ModelProperties properties;
    private final String key;

    /** @param key empty for none */
    Chat(ModelProperties properties, String key) {
        this.properties = properties;
        this.key = key;
    }

    /**
     * What the model says.
     *
     * @param depth how deep the solve is that asks, for {@link Depth}
     * @throws ProblemException SERVICE_UNAVAILABLE if it does not answer as the protocol has it; DEADLINE_EXCEEDED
     */
    String say(String rules, String question, String depth) {
        Duration left = Deadline.current().remaining();
        var request = HttpRequest.newBuilder(URI.create(properties.url().replaceFirst("/+$", "") + "/chat/completions"))
                .timeout(left.isZero() ? Duration.ofMillis(1) : left)
                .header("Content-Type", "application/json")
                .header(Depth.HEADER, depth)
                .POST(HttpRequest.BodyPublishers.ofString(body(rules, question)));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<byte[]> response = http.send(
                    request.build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
            return content(response);
        } catch (java.net.http.HttpTimeoutException e) {
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The language model did not answer in time.", e);
        } catch (IOException e) {
            throw unavailable("cannot be reached, or broke off: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The language model was called off.", e);
        }
    }

    private String body(String rules, String question) {
        return json.writeValueAsString(Map.of(
                "model", properties.name(),
                "temperature", 0,
                "max_tokens", properties.answerTokens(),
                "stream", false,
                "messages",
                        List.of(
                                Map.of("role", "system", "content", rules),
                                Map.of("role", "user", "content", question))));
    }

    private String content(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw unavailable("refuses the key in " + Adviser.KEY);
        }
        if (status != 200) {
            throw unavailable("answered with status " + status);
        }
        try {
            JsonNode choice = json.readTree(new String(response.body(), StandardCharsets.UTF_8))
                    .path("choices")
                    .path(0);
            if (choice.path("finish_reason").asString("").equals("length")) {
                throw unavailable("had no room to end its answer; raise bolt.orchestrator.model.answer-tokens");
            }
            JsonNode content = choice.path("message").path("content");
            if (content.isString()) {
                return content.asString();
            }
        } catch (JacksonException notJson) {
            throw unavailable("does not answer in JSON");
        }
        throw unavailable("answered without a message");
    }

    static ProblemException unavailable(String what) {
        return new ProblemException(Problem.SERVICE_UNAVAILABLE, "The language model " + what + ".");
    }
}
