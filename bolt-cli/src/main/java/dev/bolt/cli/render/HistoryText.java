package dev.bolt.cli.render;

import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveState;
import dev.bolt.cli.console.Palette;
import dev.bolt.cli.console.Quantity;
import dev.bolt.cli.console.Table;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Earlier solves as a table, the newest first. */
public final class HistoryText {
    private static final int LONGEST_QUESTION = 70;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Palette colors;
    private final ZoneId zone;

    /** @param zone of the times that are shown */
    public HistoryText(Palette colors, ZoneId zone) {
        this.colors = colors;
        this.zone = zone;
    }

    /** The table; a sentence if there are none. */
    public String render(List<Solve> solves) {
        if (solves.isEmpty()) {
            return "Nothing was asked that fits.\n";
        }
        var table = new Table().row("asked", "state", "took", "workspace", "id", "question");
        for (Solve solve : solves) {
            table.row(
                    WHEN.format(solve.createdAt().atZone(zone)),
                    solve.state().name().toLowerCase(Locale.ROOT),
                    solve.endedAt() == null
                            ? ""
                            : Quantity.duration(Duration.between(solve.createdAt(), solve.endedAt())
                                    .toMillis()),
                    solve.request().workspace().value(),
                    solve.id(),
                    shortened(solve.request().question()));
        }
        String text = table.render(colors);
        for (SolveState state : List.of(SolveState.FAILED, SolveState.CANCELLED)) {
            String word = "  " + state.name().toLowerCase(Locale.ROOT) + "  ";
            text = text.replace(word, colors.yellow(word));
        }
        return text;
    }

    private static String shortened(String question) {
        String line = Printable.text(question).strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUESTION ? line : line.substring(0, LONGEST_QUESTION - 1) + "…";
    }
}
