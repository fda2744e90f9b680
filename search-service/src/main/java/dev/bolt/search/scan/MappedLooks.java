package dev.bolt.search.scan;

import dev.bolt.search.plan.Needles;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/**
 * Knows whether mapped texts are looked through by vectors. These are some hundred times slower than words until the
 * compiler has done its work, and for ever where it cannot, or where the virtual machine was started without
 * {@code --add-modules jdk.incubator.vector}; so nobody uses them before they have won a {@link #trial}. Safe for many
 * threads.
 */
public final class MappedLooks {
    private static final int TEXT_BYTES = 1 << 16;
    private static final int MOST_BLOCKS = 24;

    /** So many give each side a few that nothing else on the machine has disturbed. */
    private static final int ROUNDS = 64;

    /** Blocks in a row that must be won. */
    private static final int WINS = 2;

    private volatile boolean used;

    /** @param used whether vectors are used before a trial */
    public MappedLooks(boolean used) {
        this.used = used;
    }

    /** Whether vectors are used now. */
    public boolean used() {
        return used;
    }

    /** Empty where no vectors are used, or where the needles are too many to be looked for one by one. */
    public Optional<MappedLook> of(Optional<Needles> needles) {
        return used ? needles.flatMap(MappedLook::of) : Optional.empty();
    }

    /**
     * Compares vectors and words until the compiler knows both, at most {@value #MOST_BLOCKS} times; looks are made
     * from then on if vectors have won.
     *
     * @param pause what is done after each time that was not won: gives the compiler its turn on a busy machine
     * @return whether they have
     * @throws IOException if there is no room for a temporary file of 64 KiB
     */
    public boolean trial(Runnable pause) throws IOException {
        used = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && faster(pause);
        return used;
    }

    private static boolean faster(Runnable pause) throws IOException {
        byte[] text = new byte[TEXT_BYTES];
        new Random(1).nextBytes(text);
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (i % 61 == 0 ? '\n' : 'a' + (text[i] & 15));
        }
        MemorySegment mapped = mapped(text);
        int wins = 0;
        for (int block = 0; block < MOST_BLOCKS && wins < WINS; block++) {
            wins = vectorsWin(text, mapped) ? wins + 1 : 0;
            if (wins == 0) {
                pause.run();
            }
        }
        return wins == WINS;
    }

    /** By the least time of each: what disturbs a round only makes it longer. */
    private static boolean vectorsWin(byte[] text, MemorySegment mapped) {
        var needle = Needle.of("EXPORT_SYMBOL");
        long words = Long.MAX_VALUE;
        long vectors = Long.MAX_VALUE;
        boolean same = true;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            int byWords = WordSearch.find(needle, text, 0, TEXT_BYTES);
            int linesByWords = LineEnds.count(text, 0, TEXT_BYTES);
            long between = System.nanoTime();
            long byVectors = SimdSearch.find(needle, mapped, 0, TEXT_BYTES);
            int linesByVectors = SimdSearch.lineEnds(mapped, 0, TEXT_BYTES);
            long ended = System.nanoTime();
            same &= byWords == byVectors && linesByWords == linesByVectors;
            words = Math.min(words, between - began);
            vectors = Math.min(vectors, ended - between);
        }
        return same && vectors < words;
    }

    /** Mapped as the texts of an index are: the compiler makes better code where it has seen but one kind of memory. */
    private static MemorySegment mapped(byte[] text) throws IOException {
        Path file = Files.createTempFile("bolt-trial", null);
        try {
            Files.write(file, text);
            try (FileChannel channel = FileChannel.open(file)) {
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, text.length, Arena.ofAuto());
            }
        } finally {
            Files.delete(file);
        }
    }
}
