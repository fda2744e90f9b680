package dev.bolt.einstein.ingest;

import dev.bolt.api.index.Freshness;
import dev.bolt.api.index.IndexState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the words of one workspace stand, and which build is still to come. Builds run one after another; requests that
 * arrive during one become a single later build over the newest root. From a request until the end of a build that
 * began after it, the state is BUILDING: nobody takes the words of an older build for what was asked. Safe for all
 * threads.
 */
final class BuildProgress {
    private Progress now = Progress.NOTHING;
    private @Nullable Path root;
    private @Nullable Path waiting;
    private boolean running;

    /**
     * Asks for a build.
     *
     * @return whether the caller is to begin it; else one is under way, and goes on with this
     */
    synchronized boolean ask(Path wanted) {
        now = wanted.equals(root) ? now.begins() : Progress.NOTHING.begins();
        root = wanted;
        waiting = wanted;
        boolean first = !running;
        running = true;
        return first;
    }

    /** The root to build now; empty if nothing was asked since, and then the next {@link #ask} begins. */
    synchronized Optional<Path> take() {
        Path next = waiting;
        waiting = null;
        running = next != null;
        return Optional.ofNullable(next);
    }

    /** What an earlier process left complete. */
    synchronized void takesUp(Path known, UnaryOperator<Progress> change) {
        root = known;
        now = change.apply(now);
    }

    /** What a build, or the fill after it, tells; the state stays BUILDING while another build waits. */
    synchronized void tell(UnaryOperator<Progress> change) {
        Progress next = change.apply(now);
        now = waiting == null ? next : next.building();
    }

    /** What a build of this root tells; ignored if another root was asked for since. */
    synchronized void tell(Path built, UnaryOperator<Progress> change) {
        if (built.equals(root)) {
            tell(change);
        }
    }

    /** Whether another root was asked for, so that a build of this one is in vain. */
    synchronized boolean superseded(Path built) {
        return !built.equals(root);
    }

    /** As of this moment. */
    synchronized Progress now() {
        return now;
    }

    /**
     * How current an answer is that is read after this call: behind by the files that a build under way knows of and
     * has not read, and by one at least before the first build has ended.
     */
    synchronized Freshness freshness() {
        Instant asOf = now.asOf();
        int behind = now.state() == IndexState.BUILDING ? now.filesTotal() - now.filesDone() : 0;
        return asOf == null ? new Freshness(Instant.EPOCH, Math.max(1, behind)) : new Freshness(asOf, behind);
    }
}
