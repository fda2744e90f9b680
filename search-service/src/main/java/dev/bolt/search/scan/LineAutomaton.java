package dev.bolt.search.scan;

import dev.bolt.search.regex.Regex;
import dev.bolt.search.text.Utf8;
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

    /** Bytes of a stretch. */
    private static final int STRETCH = 1_024;

    private static final int BLOCK = 512;

    /** States after which all are forgotten and made anew. */
    private static final int MOST_STATES = 4_000;

    private final Steps steps;
    private final Timer timer;
    private final int[] kindOf = new int[256];
    private final int[] kinds;
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> states = new ArrayList<>();
    private final int start;
    private final boolean onlyBeyondAscii;
    private int[] table = {};
    private byte[] text = {};
    private int end;

    private LineAutomaton(Steps steps, Timer timer) {
        this.steps = steps;
        this.timer = timer;
        this.kinds = steps.kinds(kindOf);
        Arrays.fill(kindOf, Steps.OTHER, kindOf.length, kindOf[Steps.OTHER]);
        this.start = forget();
        this.onlyBeyondAscii = steps.beginsBeyondAscii();
    }

    /** Empty if every line may match, or there would be too many states. */
    static Optional<LineAutomaton> of(Regex regex, Timer timer) {
        return of(regex, false, timer);
    }

    /** One that only tells of whole texts whether they {@link #mayMatch}, by matches that may go over line ends. */
    static Optional<LineAutomaton> acrossLines(Regex regex, Timer timer) {
        return of(regex, true, timer);
    }

    private static Optional<LineAutomaton> of(Regex regex, boolean acrossLines, Timer timer) {
        return regex.canBeEmpty()
                ? Optional.empty()
                : Steps.of(regex, acrossLines).map(steps -> new LineAutomaton(steps, timer));
    }

    @Override
    public void begin(byte[] newText, int newEnd) {
        text = newText;
        end = newEnd;
    }

    /**
     * Four stretches of lines are read side by side, so that one need not wait for the look-ups of another; where one
     * has something to say, or a state to make, they are read again one after the other.
     */
    @Override
    public int nextLine(int from) {
        int begin = from;
        int[] starts = new int[5];
        while (!onlyBeyondAscii && end - begin >= 4 * STRETCH) {
            starts[0] = begin;
            for (int i = 1; i <= 4; i++) {
                starts[i] = Math.max(starts[i - 1], LineEnds.startOf(text, begin + i * STRETCH, begin));
            }
            if (starts[4] == begin) {
                break;
            }
            int found = nothing(starts) ? -1 : find(text, begin, starts[4]);
            if (found >= 0) {
                return LineEnds.startOf(text, found, begin);
            }
            begin = starts[4];
        }
        int found = find(text, begin, end);
        return found < 0 ? -1 : LineEnds.startOf(text, found, begin);
    }

    private boolean nothing(int[] starts) {
        int[] next = table;
        int least = STRETCH;
        for (int i = 0; i < 4; i++) {
            least = Math.min(least, starts[i + 1] - starts[i]);
        }
        int a = start;
        int b = start;
        int c = start;
        int d = start;
        int atA = starts[0];
        int atB = starts[1];
        int atC = starts[2];
        int atD = starts[3];
        for (int i = 0; i < least; i++) {
            a = next[a + kindOf[text[atA++] & 0xFF]];
            b = next[b + kindOf[text[atB++] & 0xFF]];
            c = next[c + kindOf[text[atC++] & 0xFF]];
            d = next[d + kindOf[text[atD++] & 0xFF]];
            if (a <= FOUND || b <= FOUND || c <= FOUND || d <= FOUND) {
                return false;
            }
        }
        return nothing(a, atA, starts[1])
                && nothing(b, atB, starts[2])
                && nothing(c, atC, starts[3])
                && nothing(d, atD, starts[4]);
    }

    private boolean nothing(int from, int begin, int to) {
        int state = from;
        for (int at = begin; at < to && state > FOUND; at++) {
            state = table[state + kindOf[text[at] & 0xFF]];
        }
        return state > FOUND;
    }

    /**
     * As {@link #mayMatch(byte[], int, int)}, but passes over what is before the next place where a match can begin.
     *
     * @param prefix what every match begins with
     */
    boolean mayMatch(byte[] text, int from, int to, Needle prefix) {
        int state = start;
        for (int at = from; at < to; at++) {
            if (state == start) {
                at = prefix.find(text, at, to);
                if (at < 0) {
                    return false;
                }
            }
            int slot = state + kindOf[text[at] & 0xFF];
            state = table[slot];
            if (state == NOT_MADE) {
                state = make(slot);
            }
            if (state == FOUND) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line, or a text, may match. */
    boolean mayMatch(byte[] text, int from, int to) {
        return find(text, from, to) >= 0;
    }

    /** The last byte of the first that may match, from a line's beginning on; -1 if there is none. */
    private int find(byte[] bytes, int from, int to) {
        int[] next = table;
        int state = start;
        for (int at = passed(bytes, from, to); at < to; at++) {
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

    /** Where the first character above ASCII is, if no other leads anywhere: what is before is passed over at once. */
    private int passed(byte[] bytes, int from, int to) {
        int at = from;
        while (onlyBeyondAscii && at + BLOCK <= to && Utf8.isAscii(bytes, at, at + BLOCK)) {
            at += BLOCK;
        }
        return at;
    }

    /** Makes the state that a slot leads to. */
    private int make(int slot) {
        int character = kinds[slot % kinds.length];
        BitSet from = states.get(slot / kinds.length);
        var reached = new BitSet();
        for (int step = from.nextSetBit(0); step >= 0; step = from.nextSetBit(step + 1)) {
            timer.tick();
            int to = steps.over(step, character);
            if (to >= 0) {
                steps.reach(character == Steps.OTHER ? Steps.END : to, reached);
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
