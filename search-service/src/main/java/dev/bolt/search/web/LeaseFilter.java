package dev.bolt.search.web;

import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.lease.AnswerMemory;
import dev.bolt.search.lease.Lease;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Gives each search its lease of memory, from before it begins until its answer is written. */
@Component
class LeaseFilter extends OncePerRequestFilter {
    private static final String SEARCHES = "/v1/searches";

    private final AnswerMemory memory;
    private final HandlerExceptionResolver problems;

    LeaseFilter(AnswerMemory memory, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.memory = memory;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(SEARCHES);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Lease lease;
        try {
            lease = memory.lease(Deadline.current());
        } catch (ProblemException late) {
            problems.resolveException(request, response, null, late);
            return;
        }
        try (lease) {
            lease.call(() -> {
                chain.doFilter(request, response);
                return request;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
