package dev.bolt.gateway.admit;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Stands before everything else: asks the {@link Door}, then for {@link Room}, but for what is open to all. */
final class AdmitFilter extends OncePerRequestFilter {
    private final Door door;
    private final Room room;
    private final HandlerExceptionResolver problems;

    AdmitFilter(Door door, Room room, HandlerExceptionResolver problems) {
        this.door = door;
        this.room = room;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean takesRoom;
        try {
            takesRoom = door.admit(
                    request.getRequestURI(),
                    request.getHeader(HttpHeaders.HOST),
                    request.getHeader(HttpHeaders.ORIGIN),
                    request.getHeader(HttpHeaders.AUTHORIZATION));
            if (takesRoom) {
                room.enter();
            }
        } catch (ProblemException refused) {
            boolean crowded = refused.problem() == Problem.OVERLOADED;
            problems.resolveException(request, crowded ? new LastResponse(response) : response, null, refused);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (takesRoom) {
                room.leave();
            }
        }
    }

    /** The last on its connection, whose place is for others. */
    private static final class LastResponse extends HttpServletResponseWrapper {
        LastResponse(HttpServletResponse response) {
            super(response);
            setHeader(HttpHeaders.CONNECTION, "close");
        }

        @Override
        public void reset() {
            super.reset();
            setHeader(HttpHeaders.CONNECTION, "close");
        }
    }
}
