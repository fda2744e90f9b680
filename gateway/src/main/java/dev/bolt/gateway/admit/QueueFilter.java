package dev.bolt.gateway.admit;

import dev.bolt.api.solve.Priority;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses new solves as long as {@link Refusals} stand: to ask the queue takes some ten times the processor time of
 * that, which the solves that run could have had. One with an idempotency key always reaches the queue, for it may have
 * its place already; so does a body that nothing can be read from, to be told what is wrong with it.
 */
final class QueueFilter extends OncePerRequestFilter {
    private static final String SOLVES = "/v1/solves";
    private static final String KEY = "Idempotency-Key";
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final Refusals refusals;
    private final JsonMapper json;
    private final HandlerExceptionResolver problems;

    QueueFilter(Refusals refusals, JsonMapper json, HandlerExceptionResolver problems) {
        this.refusals = refusals;
        this.json = json;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().equals(SOLVES)
                || request.getHeader(KEY) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var read = new ReadRequest(request);
            Optional<Priority> priority = priority(read.body());
            if (priority.isPresent()) {
                ask(priority.get(), read, response, chain);
            } else {
                chain.doFilter(read, response);
            }
        } catch (ProblemException refused) {
            problems.resolveException(request, response, null, refused);
        }
    }

    private void ask(Priority priority, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> standing = refusals.standing(priority);
        if (standing.isPresent()) {
            throw new ProblemException(
                            Problem.OVERLOADED, "The queue for %s solves is full; ask again later.".formatted(priority))
                    .withRetryAfter(standing.get().compareTo(LEAST) < 0 ? LEAST : standing.get());
        }
        chain.doFilter(request, response);
        String retryAfter = response.getHeader(HttpHeaders.RETRY_AFTER);
        if (response.getStatus() == Problem.OVERLOADED.status() && retryAfter != null) {
            refusals.refused(priority, Duration.ofSeconds(Long.parseLong(retryAfter)));
        } else if (response.getStatus() == HttpServletResponse.SC_ACCEPTED) {
            refusals.taken(priority);
        }
    }

    private Optional<Priority> priority(byte[] body) {
        try {
            String name = json.readTree(body).path("priority").asString(Priority.NORMAL.name());
            return Optional.of(Priority.valueOf(name));
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
