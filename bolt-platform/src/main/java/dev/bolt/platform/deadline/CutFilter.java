package dev.bolt.platform.deadline;

import dev.bolt.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts an answer that had begun to leave when a problem came up, so that nobody takes it for a whole one, and says so
 * in one line: a warning, or for those who look closely where the client itself had left. Stands within the filters
 * that bind the deadline.
 */
final class CutFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(CutFilter.class);
    private static final int DEEPEST_CAUSE = 16;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            ProblemException problem = problem(failure);
            if (problem == null || !response.isCommitted()) {
                throw failure;
            }
            var level = Deadline.current().calledOff() ? log.atDebug() : log.atWarn();
            level.log("{} {} was cut: {}", request.getMethod(), request.getRequestURI(), problem.detail());
            // For any other exception Tomcat would write an error page into what is left of the answer.
            throw new ClientAbortException(problem.detail(), failure);
        }
    }

    private static @Nullable ProblemException problem(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return null;
    }
}
