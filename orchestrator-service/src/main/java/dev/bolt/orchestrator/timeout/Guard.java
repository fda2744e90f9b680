package dev.bolt.orchestrator.timeout;

import static java.util.Comparator.comparing;

import dev.bolt.api.vitals.ToolStatus;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Every call of a tool passes here: a bulkhead bounds how many run, a circuit breaker refuses while most of them fail,
 * a time limiter made for the call ends it. What the caller calls off, or gives less time than the least that a call of
 * its own would have, says nothing about the tool. The limiter only interrupts; what stops the work below is the
 * deadline that the call carries with it.
 */
public final class Guard implements AutoCloseable {
    private final Map<Tool, Bulkhead> bulkheads = new EnumMap<>(Tool.class);
    private final Map<Tool, CircuitBreaker> breakers = new EnumMap<>(Tool.class);
    private final AdaptiveTimeout timeouts;
    private final LimitProperties limits;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    public Guard(AdaptiveTimeout timeouts, LimitProperties limits) {
        this.timeouts = timeouts;
        this.limits = limits;
        for (Tool tool : Tool.values()) {
            bulkheads.put(
                    tool,
                    Bulkhead.of(
                            tool.id(),
                            BulkheadConfig.custom()
                                    .maxConcurrentCalls(limits.of(tool))
                                    .maxWaitDuration(timeouts.of(tool, 0).duration())
                                    .build()));
            breakers.put(
                    tool,
                    CircuitBreaker.of(
                            tool.id(),
                            CircuitBreakerConfig.custom()
                                    .slidingWindowSize(20)
                                    .minimumNumberOfCalls(10)
                                    .failureRateThreshold(50)
                                    .waitDurationInOpenState(Duration.ofSeconds(5))
                                    .recordException(Guard::failure)
                                    .build()));
        }
    }

    /** What the next call of the tool is given, the remaining time of the solve included. */
    public Duration timeout(Tool tool, double complexity, Deadline deadline) {
        Duration own = timeouts.of(tool, complexity).duration();
        return own.compareTo(deadline.remaining()) < 0 ? own : deadline.remaining();
    }

    /** What each tool is granted now, by name. */
    public List<ToolStatus> status() {
        return Stream.of(Tool.values())
                .map(this::status)
                .sorted(comparing(ToolStatus::name))
                .toList();
    }

    private ToolStatus status(Tool tool) {
        AdaptiveTimeout.Value timeout = timeouts.of(tool, 0);
        int limit = limits.of(tool);
        return new ToolStatus(
                tool.id(),
                limit - of(bulkheads, tool).getMetrics().getAvailableConcurrentCalls(),
                limit,
                timeout.duration().toMillis(),
                timeout.reason(),
                timeout.samples(),
                of(breakers, tool).getState().name().toLowerCase(Locale.ROOT));
    }

    /**
     * Makes the call.
     *
     * @param complexity of the question, as for the timeout
     * @throws ProblemException what the tool threw; DEADLINE_EXCEEDED if it took too long; SERVICE_UNAVAILABLE while
     *     the breaker is open; OVERLOADED if no place became free
     */
    public <T> T call(Tool tool, double complexity, Duration timeout, Callable<T> work) {
        Deadline deadline = Deadline.after(timeout);
        TimeLimiter limiter = TimeLimiter.of(
                tool.id(),
                TimeLimiterConfig.custom()
                        .timeoutDuration(timeout)
                        .cancelRunningFuture(true)
                        .build());
        Callable<T> limited = () -> {
            Future<T> call = calls.submit(() -> deadline.call(() -> timed(tool, complexity, work)));
            try {
                return limiter.executeFutureSupplier(() -> call);
            } finally {
                call.cancel(true); // the limiter leaves it running when the caller is interrupted
            }
        };
        boolean patient = timeout.compareTo(timeouts.least()) >= 0;
        try {
            return Bulkhead.decorateCallable(of(bulkheads, tool), () -> counted(of(breakers, tool), patient, limited))
                    .call();
        } catch (ProblemException e) {
            throw e;
        } catch (TimeoutException e) {
            if (patient) {
                timeouts.observe(tool, complexity, timeout, true);
            }
            throw new ProblemException(
                    Problem.DEADLINE_EXCEEDED,
                    "%s took longer than %d ms.".formatted(tool.id(), timeout.toMillis()),
                    e);
        } catch (CallNotPermittedException e) {
            throw new ProblemException(
                    Problem.SERVICE_UNAVAILABLE,
                    tool.id() + " failed too often; it is tried again in a few seconds.",
                    e);
        } catch (BulkheadFullException e) {
            throw new ProblemException(Problem.OVERLOADED, tool.id() + " has no free place.", e);
        } catch (InterruptedException | AcquirePermissionCancelledException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, tool.id() + " was called off.", e);
        } catch (Exception e) {
            throw e.getCause() instanceof ProblemException problem
                    ? problem
                    : new ProblemException(Problem.INTERNAL, tool.id() + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }

    private <T> T timed(Tool tool, double complexity, Callable<T> work) throws Exception {
        long began = System.nanoTime();
        T result = work.call();
        timeouts.observe(tool, complexity, Duration.ofNanos(System.nanoTime() - began), false);
        return result;
    }

    private static <T> T counted(CircuitBreaker breaker, boolean patient, Callable<T> work) throws Exception {
        breaker.acquirePermission();
        long began = breaker.getCurrentTimestamp();
        try {
            T result = work.call();
            breaker.onSuccess(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit());
            return result;
        } catch (Exception e) {
            if (e instanceof InterruptedException || !patient && isLate(e)) {
                breaker.releasePermission();
            } else {
                breaker.onError(breaker.getCurrentTimestamp() - began, breaker.getTimestampUnit(), e);
            }
            throw e;
        }
    }

    private static boolean isLate(Exception thrown) {
        return thrown instanceof TimeoutException
                || problemOf(thrown) instanceof ProblemException problem
                        && problem.problem() == Problem.DEADLINE_EXCEEDED;
    }

    /** A caller's mistake says nothing about the service. */
    private static boolean failure(Throwable thrown) {
        return !(problemOf(thrown) instanceof ProblemException problem)
                || problem.problem().status() >= 500;
    }

    private static Throwable problemOf(Throwable thrown) {
        return thrown.getCause() instanceof ProblemException inner ? inner : thrown;
    }

    private static <V> V of(Map<Tool, V> map, Tool tool) {
        V value = map.get(tool);
        if (value == null) {
            throw new IllegalStateException("Nothing for " + tool);
        }
        return value;
    }
}
