package dev.bolt.platform.secret;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Names the service to every caller and refuses those without the internal secret; only health is open, for those who
 * watch the process.
 */
final class SecretFilter extends OncePerRequestFilter {
    private static final String HEALTH = "/actuator/health";

    private final String service;
    private final InternalSecret secret;
    private final HandlerExceptionResolver problems;

    SecretFilter(String service, InternalSecret secret, HandlerExceptionResolver problems) {
        this.service = service;
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
        var named = new NamedResponse(response, service);
        if (secret.matches(request.getHeader(InternalSecret.HEADER))) {
            chain.doFilter(request, named);
        } else {
            problems.resolveException(
                    request,
                    named,
                    null,
                    new ProblemException(
                            Problem.FORBIDDEN, "This port is for Bolt's own services; ask the gateway instead"));
        }
    }

    /** Keeps the name when an answer is begun anew. */
    private static final class NamedResponse extends HttpServletResponseWrapper {
        private final String service;

        NamedResponse(HttpServletResponse response, String service) {
            super(response);
            this.service = service;
            setHeader(InternalSecret.ANSWERED_BY, service);
        }

        @Override
        public void reset() {
            super.reset();
            setHeader(InternalSecret.ANSWERED_BY, service);
        }
    }
}
