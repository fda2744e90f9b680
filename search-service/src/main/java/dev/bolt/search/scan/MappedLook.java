package dev.bolt.search.scan;

import dev.bolt.search.plan.Needles;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Looks through mapped texts for some needles: most texts have none, and need not be copied. Immutable. */
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

    /** Whether one of them stands there. */
    public boolean anyIn(MemorySegment text) {
        for (Needle needle : needles) {
            if (SimdSearch.find(needle, text, 0, text.byteSize()) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What one thread copies the lines with that hold one. */
    public NeedleLines lines() {
        return new NeedleLines(needles);
    }
}
