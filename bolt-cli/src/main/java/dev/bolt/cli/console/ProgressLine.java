package dev.bolt.cli.console;

/**
 * One line that changes in place on a terminal; in a pipe, a line for each new stage and nothing between. Not safe for
 * threads.
 */
public final class ProgressLine implements AutoCloseable {
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final int BAR = 24;

    private final Terminal terminal;
    private int ticks;
    private boolean shown;
    private String stage = "";

    /** Begins with nothing shown. */
    public ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows that something goes on; {@code stage} alone decides whether a pipe sees a new line. */
    public void show(String stage, String text) {
        if (terminal.errIsTerminal()) {
            char spin = SPINNER.charAt(ticks++ % SPINNER.length());
            draw(terminal.errColors().yellow(String.valueOf(spin)) + " " + fit(text, terminal.columns() - 3));
        } else if (!stage.equals(this.stage)) {
            terminal.note(text);
        }
        this.stage = stage;
    }

    /** Shows a share from 0 to 1 as a bar. */
    public void bar(String stage, double share, String text) {
        show(stage, terminal.errIsTerminal() ? bar(share) + " " + text : text);
    }

    /** Leaves a line behind for good and goes on below it. */
    public void done(String text) {
        clear();
        terminal.note(text);
    }

    /** Takes the line away. */
    @Override
    public void close() {
        clear();
    }

    static String bar(double share) {
        int full = (int) Math.round(Math.clamp(share, 0.0, 1.0) * BAR);
        return "█".repeat(full)
                + "░".repeat(BAR - full)
                + String.format(" %3d%%", (int) (Math.clamp(share, 0.0, 1.0) * 100));
    }

    private static String fit(String text, int columns) {
        return text.length() <= columns || columns < 2 ? text : text.substring(0, columns - 1) + "…";
    }

    private void draw(String line) {
        terminal.err().print("\r\u001b[K" + line);
        terminal.err().flush();
        shown = true;
    }

    private void clear() {
        if (shown) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            shown = false;
        }
    }
}
