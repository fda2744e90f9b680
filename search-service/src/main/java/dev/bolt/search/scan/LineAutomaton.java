package dev.bolt.search.scan;

import dev.bolt.search.regex.Regex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds lines that may match by a table of states made as they are met (Aho, Sethi and Ullman 1986, "lazy transition
 * evaluation"): one look-up a byte, whatever the pattern. What may match is told by {@link Steps}; a line in which a
 * match could go on over a character above ASCII is told to match at once. Used by one thread.
 */
final class LineAutomaton implements LineFinder {
    private static final int FOUND = 0;
    private static final int NOT_MADE = -1;

    /** States after which all are forgotten and made anew. */
    private static final int MOST_STATES = 4_000;

    private final Steps steps;
    private final int[] kindOf = new int[256];
    private final int[] kinds;
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> states = new ArrayList<>();
    private final int start;
    private int[] table = {};
    private byte[] text = {};
    private int end;

    private LineAutomaton(Steps steps) {
        this.steps = steps;
        this.kinds = steps.kinds(kindOf);
        Arrays.fill(kindOf, Steps.OTHER, kindOf.length, kindOf[Steps.OTHER]);
        this.start = forget();
    }

    /** Empty if every line may match, or there would be too many states. */
    static Optional<LineAutomaton> of(Regex regex) {
        return regex.canBeEmpty() ? Optional.empty() : Steps.of(regex).map(LineAutomaton::new);
    }

    @Override
    public void begin(byte[] newText, int newEnd) {
        text = newText;
        end = newEnd;
    }

    @Override
    public int nextLine(int from) {
        int found = find(text, from, end);
        return found < 0 ? -1 : LineEnds.startOf(text, found, from);
    }

    /** Whether a line may match. */
    boolean mayMatch(byte[] line, int from, int to) {
        return find(line, from, to) >= 0;
    }

    /** The last byte of the first that may match, from a line's beginning on; -1 if there is none. */
    private int find(byte[] bytes, int from, int to) {
        int[] next = table;
        int state = start;
        for (int at = from; at < to; at++) {
            int slot = state + kindOf[bytes[at] & 0xFF];
            state = next[slot];
            if (state <= FOUND) {
                if (state == FOUND) {
                    return at;
                }
                state = make(slot);
                if (state == FOUND) {
                    return at;
                }
                next = table;
            }
        }
        return -1;
    }

    /** Makes the state that a slot leads to. */
    private int make(int slot) {
        int character = kinds[slot % kinds.length];
        BitSet from = states.get(slot / kinds.length);
        var reached = new BitSet();
        if (character != '\n') {
            for (int step = from.nextSetBit(0); step >= 0; step = from.nextSetBit(step + 1)) {
                int to = steps.over(step, character);
                if (to >= 0) {
                    steps.reach(character == Steps.OTHER ? Steps.END : to, reached);
                }
            }
        }
        if (reached.get(Steps.END)) {
            table[slot] = FOUND;
            return FOUND;
        }
        steps.reach(steps.first(), reached);
        if (states.size() >= MOST_STATES) {
            forget();
            return state(reached);
        }
        int made = state(reached);
        table[slot] = made;
        return made;
    }

    private int state(BitSet reached) {
        Integer known = numbers.get(reached);
        if (known != null) {
            return known;
        }
        int number = states.size() * kinds.length;
        if (number + kinds.length > table.length) {
            int length = table.length;
            table = Arrays.copyOf(table, Math.max(32 * kinds.length, 2 * length));
            Arrays.fill(table, length, table.length, NOT_MADE);
        }
        numbers.put(reached, number);
        states.add(reached);
        return number;
    }

    /**
     * Begins with no state but the one that is none and that of a line's beginning, whose number is always the same.
     */
    private int forget() {
        Arrays.fill(table, NOT_MADE);
        numbers.clear();
        states.clear();
        state(new BitSet());
        var reached = new BitSet();
        steps.reach(steps.first(), reached);
        return state(reached);
    }
}
