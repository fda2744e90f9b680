package dev.bolt.platform.secret;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses every caller without the internal secret; only health is open, for those who watch the process. */
final class SecretFilter extends OncePerRequestFilter {
    private static final String HEALTH = "/actuator/health";

    private final InternalSecret secret;
    private final HandlerExceptionResolver problems;

    SecretFilter(InternalSecret secret, HandlerExceptionResolver problems) {
        this.secret = secret;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.matches(HEALTH + "(/[a-zA-Z]+)?");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (secret.matches(request.getHeader(InternalSecret.HEADER))) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(
                    request,
                    response,
                    null,
                    new ProblemException(
                            Problem.FORBIDDEN, "This port is for Bolt's own services; ask the gateway instead"));
        }
    }
}
