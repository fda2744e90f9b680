package dev.bolt.search.regex;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which characters differ in case only, by Unicode's simple case folding (CaseFolding.txt, status C and S), which is
 * what Rust's regex crate uses. Taken from the JDK's case mappings: the dotted and dotless i fold to nothing, and three
 * pairs fold without having a mapping.
 */
final class CaseFolding {
    private static final Map<Integer, BitSet> CLASSES = classes();

    private CaseFolding() {}

    /** Adds to the set whatever differs in case only from one of it. */
    static void close(BitSet set) {
        BitSet more = new BitSet();
        for (BitSet alike : CLASSES.values()) {
            if (alike.intersects(set)) {
                more.or(alike);
            }
        }
        set.or(more);
    }

    /** As {@link #close}, of the letters A to Z only. */
    static void closeAscii(BitSet set) {
        for (int upper = 'A'; upper <= 'Z'; upper++) {
            int lower = upper + 32;
            if (set.get(upper) || set.get(lower)) {
                set.set(upper);
                set.set(lower);
            }
        }
    }

    private static Map<Integer, BitSet> classes() {
        Map<Integer, BitSet> classes = new HashMap<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int folded = fold(c);
            if (folded != c) {
                BitSet alike = classes.computeIfAbsent(folded, key -> new BitSet());
                alike.set(c);
                alike.set(folded);
            }
        }
        return classes;
    }

    private static int fold(int c) {
        return switch (c) {
            case 0x130, 0x131 -> c;
            case 0x390 -> 0x1FD3;
            case 0x3B0 -> 0x1FE3;
            case 0xFB05 -> 0xFB06;
            default -> Character.toLowerCase(Character.toUpperCase(c));
        };
    }
}
