package dev.bolt.einstein.pause;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Memory is short if less than so much could be had without swapping ({@code MemAvailable}, proc_meminfo(5)).
 *
 * @param meminfo {@code /proc/meminfo}
 * @param least bytes
 */
record LinuxMemory(Path meminfo, long least) implements Reason {
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d{1,15}) kB");

    @Override
    public Optional<String> now() {
        try {
            var found = AVAILABLE.matcher(Files.readString(meminfo));
            if (!found.find()) {
                return Optional.empty();
            }
            long available = Long.parseLong(found.group(1)) << 10;
            return available < least
                    ? Optional.of("only %d MB of memory are available".formatted(available >> 20))
                    : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
