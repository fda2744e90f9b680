package dev.bolt.platform.deadline;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Binds the caller's deadline to the thread that serves the request; refuses one that has passed already. */
final class DeadlineFilter extends OncePerRequestFilter {
    private final HandlerExceptionResolver problems;

    DeadlineFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Deadline deadline;
        try {
            deadline = parse(request.getHeader(Deadline.HEADER));
            deadline.check();
        } catch (ProblemException problem) {
            problems.resolveException(request, response, null, problem);
            return;
        }
        bound(deadline, request, response, chain);
    }

    /** Serves the request under this deadline. */
    static void bound(Deadline deadline, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            deadline.call(() -> {
                chain.doFilter(request, response);
                return request;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }

    private static Deadline parse(@Nullable String header) {
        if (header == null) {
            return Deadline.NONE;
        }
        if (!header.matches("\\d{1,15}")) {
            throw new ProblemException(Problem.BAD_REQUEST, "The header wants milliseconds, a whole number")
                    .withField(Deadline.HEADER);
        }
        return Deadline.after(Duration.ofMillis(Long.parseLong(header)));
    }
}
