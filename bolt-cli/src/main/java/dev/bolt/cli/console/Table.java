package dev.bolt.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns, two spaces apart; the last column is not padded. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; every row has as many cells as the first. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The table, each row ended by a newline, the first one dimmed as a heading. */
    public String render(Palette colors) {
        var widths = new int[rows.isEmpty() ? 0 : rows.getFirst().size()];
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        var text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            var line = new StringBuilder();
            var row = rows.get(r);
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.repeat(" ", widths[i] - row.get(i).length() + 2);
                }
            }
            var stripped = line.toString().stripTrailing();
            text.append(r == 0 ? colors.dim(stripped) : stripped).append('\n');
        }
        return text.toString();
    }
}
