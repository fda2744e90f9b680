package dev.bolt.analysis.script;

import dev.bolt.analysis.symbol.Shared;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts of a source; those that come again in the same file are mostly found without being made. */
final class Names {
    private static final int SLOTS = 1024;
    private static final int LONGEST = 40;

    private final byte[] source;
    private final @Nullable String[] texts = new String[SLOTS];
    private final int[] starts = new int[SLOTS];
    private final int[] ends = new int[SLOTS];

    Names(byte[] source) {
        this.source = source;
    }

    /** The text between two places, shared. */
    String of(int start, int end) {
        int length = end - start;
        if (length <= 0) {
            return "";
        }
        if (length > LONGEST) {
            return Shared.text(decoded(start, end));
        }
        int hash = length;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + source[i];
        }
        int slot = (hash ^ hash >>> 10 ^ hash >>> 20) & SLOTS - 1;
        String known = texts[slot];
        if (known != null && Arrays.equals(source, starts[slot], ends[slot], source, start, end)) {
            return known;
        }
        String text = Shared.text(decoded(start, end));
        texts[slot] = text;
        starts[slot] = start;
        ends[slot] = end;
        return text;
    }

    /** The text between two places, of its own. */
    String decoded(int start, int end) {
        return new String(source, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }
}
