package dev.bolt.platform.deadline;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The moment at which nobody waits for the answer any more. Immutable, safe for all threads; measured on the monotonic
 * clock, so a change of the wall clock moves nothing.
 *
 * <p>A request's deadline is {@link #current()} on its own thread; another thread that works for it takes it along:
 * {@snippet : Deadline deadline = Deadline.current(); executor.submit(() -> deadline.run(work)); }
 */
public final class Deadline {
    /** Never expires. */
    public static final Deadline NONE = new Deadline(0, false, () -> false);

    /** Remaining milliseconds on the wire: a length and no instant, for clocks differ (as gRPC's grpc-timeout). */
    public static final String HEADER = "X-Bolt-Deadline-Ms";

    private static final Duration LONGEST = Duration.ofDays(365);
    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final long endNanos;
    private final boolean bounded;
    private final BooleanSupplier calledOff;

    private Deadline(long endNanos, boolean bounded, BooleanSupplier calledOff) {
        this.endNanos = endNanos;
        this.bounded = bounded;
        this.calledOff = calledOff;
    }

    /** So long from now; already expired if not positive. */
    public static Deadline after(Duration duration) {
        Duration capped = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
        return new Deadline(System.nanoTime() + Math.max(0, capped.toNanos()), true, NONE.calledOff);
    }

    /** The same, but it passes at once when this becomes true, which it stays; asked often, by any thread. */
    public Deadline orWhen(BooleanSupplier over) {
        return new Deadline(endNanos, bounded, calledOff == NONE.calledOff ? over : either(over, calledOff));
    }

    /** That of the request this thread works for; {@link #NONE} if it works for none. */
    public static Deadline current() {
        return CURRENT.orElse(NONE);
    }

    /** Time left, never negative; a year if there is no bound. */
    public Duration remaining() {
        if (calledOff.getAsBoolean()) {
            return Duration.ZERO;
        }
        return bounded ? Duration.ofNanos(Math.max(0, endNanos - System.nanoTime())) : LONGEST;
    }

    /** Whether it has passed. Cheap enough for inner loops (some 25 ns). */
    public boolean expired() {
        return bounded && endNanos - System.nanoTime() <= 0 || calledOff.getAsBoolean();
    }

    /** Whether it has passed because nobody waits any more, whatever time was left. */
    public boolean calledOff() {
        return calledOff.getAsBoolean();
    }

    /** Whether it passes even if it is not called off. */
    public boolean bounded() {
        return bounded;
    }

    /** @throws ProblemException DEADLINE_EXCEEDED if it has passed */
    public void check() {
        if (expired()) {
            throw new ProblemException(Problem.DEADLINE_EXCEEDED, "The time for this request ran out");
        }
    }

    /** Whichever comes first, called off when either is. */
    public Deadline earlier(Deadline other) {
        boolean mine = bounded && (!other.bounded || endNanos - other.endNanos <= 0);
        Deadline first = mine || !other.bounded ? this : other;
        Deadline second = first == this ? other : this;
        return second.calledOff == NONE.calledOff || second.calledOff == first.calledOff
                ? first
                : first.orWhen(second.calledOff);
    }

    private static BooleanSupplier either(BooleanSupplier one, BooleanSupplier other) {
        return () -> one.getAsBoolean() || other.getAsBoolean();
    }

    /** Does the task with this deadline, or the current one if that is earlier, as {@link #current()}. */
    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> task) throws X {
        return ScopedValue.where(CURRENT, earlier(current())).call(task);
    }

    /** As {@link #call}, for a task without a result. */
    public void run(Runnable task) {
        ScopedValue.where(CURRENT, earlier(current())).run(task);
    }

    @Override
    public String toString() {
        return bounded ? "in " + remaining() : "none";
    }
}
