package dev.bolt.gateway.admit;

import dev.bolt.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Stands before everything else and asks the {@link Door}. */
final class AdmitFilter extends OncePerRequestFilter {
    private final Door door;
    private final HandlerExceptionResolver problems;

    AdmitFilter(Door door, HandlerExceptionResolver problems) {
        this.door = door;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            door.admit(
                    request.getRequestURI(),
                    request.getHeader(HttpHeaders.HOST),
                    request.getHeader(HttpHeaders.ORIGIN),
                    request.getHeader(HttpHeaders.AUTHORIZATION));
        } catch (ProblemException refused) {
            problems.resolveException(request, response, null, refused);
            return;
        }
        chain.doFilter(request, response);
    }
}
