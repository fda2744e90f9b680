package dev.bolt.cli.console;

/** When to colour. */
public enum ColorMode {
    /** On a terminal, unless {@code NO_COLOR} is set. */
    AUTO,
    /** Everywhere. */
    ALWAYS,
    /** Nowhere. */
    NEVER;

    /** Whether a stream is coloured. {@code NO_COLOR} after no-color.org: any value but the empty one. */
    public boolean colors(boolean terminal, String noColor) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> terminal && noColor.isEmpty();
        };
    }
}
