package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Real sources with bytes changed, lost, doubled, or taken from one another, for a reader that must neither fail nor
 * stop. How long and from where: {@code -Dbolt.fuzz.seconds}, {@code -Dbolt.fuzz.seed}, {@code -Dbolt.fuzz.root}.
 */
public final class Mutations {
    /** Longer than any one source may take to read. */
    public static final Duration LONG_FOR_ONE = Duration.ofSeconds(30);

    private static final int LARGEST_BYTES = 60_000;

    private final long seed = Long.getLong("bolt.fuzz.seed", 20_260_101L);
    private final Random random = new Random(seed);
    private final List<byte[]> sources;
    private final List<String> morsels;
    private volatile byte[] current = {};
    private volatile Throwable thrown;
    private volatile int tried;

    /**
     * Of the files whose names match, at most {@value #LARGEST_BYTES} bytes each.
     *
     * @param names a pattern of whole paths
     * @param morsels what is put in besides
     */
    public Mutations(String names, List<String> morsels) throws IOException {
        this.morsels = morsels;
        sources = new ArrayList<>();
        Path root = Path.of(System.getProperty("bolt.fuzz.root", "src/test/resources"));
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().matches(names))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                if (Files.size(file) <= LARGEST_BYTES && Files.size(file) > 0) {
                    sources.add(Files.readAllBytes(file));
                }
            }
        }
    }

    /**
     * Reads one after the other until the time is over.
     *
     * @param seconds by default
     * @param stackBytes of the thread that reads
     */
    public void read(long seconds, long stackBytes, Consumer<byte[]> reader) throws InterruptedException {
        assertThat(sources).isNotEmpty();
        Instant end = Instant.now().plusSeconds(Long.getLong("bolt.fuzz.seconds", seconds));
        Thread worker = Thread.ofPlatform().daemon().stackSize(stackBytes).start(() -> work(end, reader));
        int before = -1;
        while (!worker.join(LONG_FOR_ONE)) {
            int now = tried;
            assertThat(now).as(() -> "stopped at " + shown()).isNotEqualTo(before);
            before = now;
        }
        assertThat(thrown).as(this::shown).isNull();
        assertThat(tried).isPositive();
        System.out.printf("%,d mutated sources of seed %d%n", tried, seed);
    }

    private void work(Instant end, Consumer<byte[]> reader) {
        try {
            while (Instant.now().isBefore(end)) {
                current = mutated();
                reader.accept(current);
                tried++;
            }
        } catch (Throwable failure) {
            thrown = failure;
        }
    }

    private byte[] mutated() {
        byte[] source = sources.get(random.nextInt(sources.size()));
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            int at = random.nextInt(source.length + 1);
            int length = Math.min(1 + random.nextInt(random.nextInt(8) == 0 ? 2_000 : 12), source.length - at);
            byte[] put = switch (random.nextInt(6)) {
                case 0 -> new byte[0];
                case 1 -> new byte[] {(byte) random.nextInt(256)};
                case 2 -> Arrays.copyOfRange(source, at, at + length);
                case 3 -> part(sources.get(random.nextInt(sources.size())));
                default ->
                    morsels.get(random.nextInt(morsels.size()))
                            .repeat(random.nextInt(20) == 0 ? 300 : 1)
                            .getBytes(StandardCharsets.UTF_8);
            };
            int gone = random.nextBoolean() ? length : 0;
            byte[] next = Arrays.copyOf(source, Math.min(LARGEST_BYTES, source.length - gone + put.length));
            int head = Math.min(next.length, at + put.length);
            System.arraycopy(put, 0, next, Math.min(at, next.length), Math.max(0, head - at));
            System.arraycopy(source, at + gone, next, head, Math.min(next.length - head, source.length - at - gone));
            source = next;
        }
        return source;
    }

    private byte[] part(byte[] source) {
        int from = random.nextInt(source.length + 1);
        return Arrays.copyOfRange(source, from, Math.min(source.length, from + random.nextInt(400)));
    }

    private String shown() {
        return "source %d of seed %d: %s".formatted(tried, seed, HexFormat.of().formatHex(current));
    }
}
