package dev.bolt.platform.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient.ResponseSpec.ErrorHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Throws the problem that a callee answered with as if it had happened here: code, status, detail and field. */
final class ProblemDecoder implements ErrorHandler {
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final JsonMapper json;

    ProblemDecoder(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void handle(HttpRequest request, ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        ProblemDocument document = read(response).orElse(null);
        String detail = document == null || document.detail() == null
                ? "%s answered %d".formatted(request.getURI().getAuthority(), status)
                : document.detail();
        Problem problem = document == null ? byStatus(status) : byCode(document.code(), status);
        var exception = new ProblemException(problem, detail);
        if (document != null && document.field() != null) {
            exception = exception.withField(document.field());
        }
        throw withRetryAfter(exception, response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
    }

    private Optional<ProblemDocument> read(ClientHttpResponse response) throws IOException {
        byte[] body = response.getBody().readNBytes(MAX_BODY_BYTES);
        try {
            return Optional.ofNullable(json.readValue(body, ProblemDocument.class));
        } catch (JacksonException notAProblem) {
            return Optional.empty();
        }
    }

    private static ProblemException withRetryAfter(ProblemException exception, @Nullable String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,6}")) {
            return exception;
        }
        return exception.withRetryAfter(Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static Problem byCode(@Nullable String code, int status) {
        return Arrays.stream(Problem.values())
                .filter(problem -> problem.name().equals(code))
                .findFirst()
                .orElseGet(() -> byStatus(status));
    }

    private static Problem byStatus(int status) {
        return switch (status) {
            case 502, 503 -> Problem.SERVICE_UNAVAILABLE;
            default ->
                Arrays.stream(Problem.values())
                        .filter(problem -> problem.status() == status)
                        .findFirst()
                        .orElse(status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL);
        };
    }
}
