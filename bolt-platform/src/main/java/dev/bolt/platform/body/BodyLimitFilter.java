package dev.bolt.platform.body;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads no more of a body than the limit: refused at once where the length is told, else where it is passed. */
final class BodyLimitFilter extends OncePerRequestFilter {
    private final DataSize max;
    private final HandlerExceptionResolver problems;

    BodyLimitFilter(DataSize max, HandlerExceptionResolver problems) {
        this.max = max;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > max.toBytes()) {
            problems.resolveException(request, response, null, tooLarge(max));
        } else {
            chain.doFilter(new Bounded(request, max), response);
        }
    }

    static ProblemException tooLarge(DataSize max) {
        return new ProblemException(
                Problem.PAYLOAD_TOO_LARGE, "A request may carry at most %,d bytes".formatted(max.toBytes()));
    }

    private static final class Bounded extends HttpServletRequestWrapper {
        private final DataSize max;

        Bounded(HttpServletRequest request, DataSize max) {
            super(request);
            this.max = max;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedBody(super.getInputStream(), max);
        }
    }
}
