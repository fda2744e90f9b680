package dev.bolt.cli.console;

/**
 * Colours of text, or none.
 *
 * @param on false leaves every text as it is
 */
public record Palette(boolean on) {
    /** Leaves every text as it is. */
    public static final Palette PLAIN = new Palette(false);

    /** For what matters most. */
    public String bold(String text) {
        return paint("1", text);
    }

    /** For what may be skipped. */
    public String dim(String text) {
        return paint("2", text);
    }

    /** For what went well. */
    public String green(String text) {
        return paint("32", text);
    }

    /** For what to look at. */
    public String yellow(String text) {
        return paint("33", text);
    }

    /** For what went wrong. */
    public String red(String text) {
        return paint("31", text);
    }

    /** For matches, as ripgrep has them. */
    public String match(String text) {
        return paint("1;31", text);
    }

    /** For paths, as ripgrep has them. */
    public String path(String text) {
        return paint("35", text);
    }

    /** For line numbers, as ripgrep has them. */
    public String line(String text) {
        return paint("32", text);
    }

    private String paint(String code, String text) {
        return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
