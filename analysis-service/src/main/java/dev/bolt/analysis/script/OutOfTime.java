package dev.bolt.analysis.script;

/** Reading takes longer than it may. */
final class OutOfTime extends RuntimeException {
    OutOfTime() {
        super(null, null, false, false);
    }
}
