package dev.bolt.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A problem on the wire, after RFC 9457 with {@code code} and {@code field} added.
 *
 * @param type URN of the code
 * @param title the code in words
 * @param status HTTP status
 * @param detail what failed this time
 * @param code name of the {@link Problem}
 * @param field what to blame in the request; absent if nothing
 * @param instance path of the request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemDocument(
        @Nullable String type,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String code,
        @Nullable String field,
        @Nullable String instance) {

    static ProblemDocument of(ProblemException exception, @Nullable String instance) {
        Problem problem = exception.problem();
        return new ProblemDocument(
                problem.type(),
                problem.title(),
                problem.status(),
                exception.detail(),
                problem.name(),
                exception.field(),
                instance);
    }

    static ResponseEntity<Object> answer(ProblemException exception, @Nullable String instance, HttpHeaders headers) {
        var answer = ResponseEntity.status(exception.problem().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (exception.problem() == Problem.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"bolt\"");
        }
        Duration retryAfter = exception.retryAfter();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(retryAfter)));
        }
        return answer.body(of(exception, instance));
    }

    private static long wholeSeconds(Duration delay) {
        return Math.max(1, delay.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
