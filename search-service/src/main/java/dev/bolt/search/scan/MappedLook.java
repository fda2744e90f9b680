package dev.bolt.search.scan;

import dev.bolt.search.plan.Needles;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Looks, before a mapped text is copied, for the first line in it that has one of some needles: most texts have none,
 * and of the others only the rest need be copied. Immutable.
 */
public final class MappedLook {
    private final Needle[] needles;

    private MappedLook(Needle[] needles) {
        this.needles = needles;
    }

    /** Empty for needles that are too many to be looked for one by one. */
    static Optional<MappedLook> of(Needles needles) {
        return needles.strings().size() > NeedleSearch.FEW
                ? Optional.empty()
                : Optional.of(new MappedLook(
                        needles.strings().stream().map(Needle::of).toArray(Needle[]::new)));
    }

    /** Where the first line with a needle begins; -1 if there is none. */
    public long firstLine(MemorySegment text) {
        long first = Long.MAX_VALUE;
        for (Needle needle : needles) {
            long end = first == Long.MAX_VALUE ? text.byteSize() : Math.min(text.byteSize(), first + needle.length());
            long found = SimdSearch.find(needle, text, 0, end);
            if (found >= 0 && found < first) {
                first = found;
            }
        }
        if (first == Long.MAX_VALUE) {
            return -1;
        }
        while (first > 0 && text.get(ValueLayout.JAVA_BYTE, first - 1) != '\n') {
            first--;
        }
        return first;
    }

    /** How many line ends there are before a place. */
    public int lineEnds(MemorySegment text, long end) {
        return SimdSearch.lineEnds(text, end);
    }
}
