package dev.bolt.platform.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request failed in one of the ways of {@link Problem}. Thrown here it leaves as {@code application/problem+json};
 * arriving from another service it is thrown again with the same problem, detail and field.
 *
 * <p>What a caller did wrong, or too often, has no stack trace: nobody reads it, and to make one costs more than the
 * rest of a refusal.
 */
public final class ProblemException extends RuntimeException {
    private final Problem problem;
    private final String detail;
    private final @Nullable String field;
    private final @Nullable Duration retryAfter;

    /** @param detail one sentence for a person: what failed, and what to do */
    public ProblemException(Problem problem, String detail) {
        this(problem, detail, null, null, null);
    }

    /** @param cause for the log alone; never sent */
    public ProblemException(Problem problem, String detail, @Nullable Throwable cause) {
        this(problem, detail, null, null, cause);
    }

    private ProblemException(
            Problem problem,
            String detail,
            @Nullable String field,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(problem + ": " + detail, cause, true, problem.status() >= 500);
        this.problem = problem;
        this.detail = detail;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /**
     * What it means that calling a service ended in an I/O failure: DEADLINE_EXCEEDED if it was reached and did not
     * answer in time, else SERVICE_UNAVAILABLE.
     *
     * @param service its name, for the detail
     */
    public static ProblemException calling(String service, Throwable failure) {
        return Faults.calling("The service " + service, failure);
    }

    /** The same, blaming this field of the request. */
    public ProblemException withField(String name) {
        return copy(name, retryAfter);
    }

    /** The same, with a {@code Retry-After} of whole seconds, rounded up. */
    public ProblemException withRetryAfter(Duration delay) {
        return copy(field, delay);
    }

    private ProblemException copy(@Nullable String newField, @Nullable Duration newRetryAfter) {
        var copy = new ProblemException(problem, detail, newField, newRetryAfter, getCause());
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /** In which way it failed. */
    public Problem problem() {
        return problem;
    }

    /** What failed, in one sentence. */
    public String detail() {
        return detail;
    }

    /** The field to blame; null if none. */
    public @Nullable String field() {
        return field;
    }

    /** When to try again; null if unknown. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
