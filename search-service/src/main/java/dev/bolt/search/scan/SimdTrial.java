package dev.bolt.search.scan;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Finds out whether vectors are faster here than words. They are some hundred times slower until the compiler has done
 * its work, and for ever where it cannot, or where the virtual machine was started without {@code --add-modules
 * jdk.incubator.vector}; so nobody uses them before they have won.
 */
public final class SimdTrial {
    private static final int TEXT_BYTES = 1 << 16;
    private static final int MOST_ROUNDS = 1_000;

    /** Rounds in a row that must be won. */
    private static final int WINS = 32;

    private SimdTrial() {}

    /**
     * Compares, for some tenths of a second, and lets all searches from then on use the faster.
     *
     * @return whether these are vectors
     * @throws IOException if there is no room for a small temporary file
     */
    public static boolean run() throws IOException {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return false;
        }
        var simd = new SimdSearch();
        boolean won = faster(simd);
        if (won) {
            ByteSearch.Fastest.NOW.set(simd);
        }
        return won;
    }

    /** Whether searches use vectors now. */
    public static boolean won() {
        return ByteSearch.fastest() instanceof SimdSearch;
    }

    private static boolean faster(SimdSearch simd) throws IOException {
        byte[] text = new byte[TEXT_BYTES];
        new Random(1).nextBytes(text);
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (i % 61 == 0 ? '\n' : 'a' + (text[i] & 15));
        }
        var needle = Needle.of("EXPORT_SYMBOL");
        var words = new WordSearch();
        MemorySegment mapped = mapped(text);
        int wins = 0;
        for (int round = 0; round < MOST_ROUNDS && wins < WINS; round++) {
            long began = System.nanoTime();
            long found = words.find(needle, text, 0, TEXT_BYTES);
            long between = System.nanoTime();
            found += simd.find(needle, text, 0, TEXT_BYTES);
            found += simd.find(needle, mapped, 0, TEXT_BYTES) + simd.lineEnds(mapped, TEXT_BYTES);
            long ended = System.nanoTime();
            // Three times as much work for vectors.
            wins = found != 0 && (ended - between) / 3 < between - began ? wins + 1 : 0;
        }
        return wins == WINS;
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
