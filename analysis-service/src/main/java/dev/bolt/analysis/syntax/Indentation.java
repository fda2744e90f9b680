package dev.bolt.analysis.syntax;

import java.util.Arrays;

/**
 * The levels of indentation. Columns are counted twice, with tabs to the next multiple of eight and with tabs of one,
 * as CPython does: where the two disagree about deeper or not, tabs and spaces are mixed.
 */
final class Indentation {
    static final int LEVELS = 100;

    private static final int FEW = 8;

    private int[] columns = new int[FEW];
    private int[] narrow = new int[FEW];
    private int depth;

    int depth() {
        return depth;
    }

    /** What a line at these columns means. */
    Shift shift(int column, int narrowColumn) {
        if (column == columns[depth]) {
            return narrowColumn == narrow[depth] ? Shift.SAME : Shift.MIXED;
        }
        if (column > columns[depth]) {
            if (depth == LEVELS) {
                return Shift.TOO_DEEP;
            }
            boolean mixed = narrowColumn <= narrow[depth];
            depth++;
            if (depth == columns.length) {
                columns = Arrays.copyOf(columns, depth * 2);
                narrow = Arrays.copyOf(narrow, depth * 2);
            }
            columns[depth] = column;
            narrow[depth] = narrowColumn;
            return mixed ? Shift.MIXED_IN : Shift.IN;
        }
        return Shift.OUT;
    }

    /** Leaves one level if the column lies outside it. */
    boolean leave(int column) {
        if (depth > 0 && column < columns[depth]) {
            depth--;
            return true;
        }
        return false;
    }

    /** Whether the column is that of the present level. */
    boolean fits(int column, int narrowColumn) {
        return column == columns[depth] && narrowColumn == narrow[depth];
    }

    /** The outcome for one line. */
    enum Shift {
        /** The same level. */
        SAME,
        /** The same level, if tabs were eight wide. */
        MIXED,
        /** One level deeper. */
        IN,
        /** One level deeper, if tabs were eight wide. */
        MIXED_IN,
        /** One or more levels back. */
        OUT,
        /** Beyond {@link #LEVELS}. */
        TOO_DEEP
    }
}
