package dev.bolt.einstein.pause;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * On battery if one of the machine is discharged and no mains are on. Batteries of mice and keyboards ({@code scope}
 * Device) do not count. Source: Linux, Documentation/ABI/testing/sysfs-class-power.
 *
 * @param supplies {@code /sys/class/power_supply}
 */
record LinuxBattery(Path supplies) implements Reason {
    @Override
    public Optional<String> now() {
        try (var folders = Files.list(supplies)) {
            List<Path> all = folders.toList();
            boolean mains = all.stream()
                    .anyMatch(one -> !read(one, "type").equals("Battery")
                            && read(one, "online").equals("1"));
            boolean discharged = all.stream()
                    .anyMatch(one -> read(one, "type").equals("Battery")
                            && read(one, "status").equals("Discharging")
                            && !read(one, "scope").equals("Device"));
            return discharged && !mains ? Optional.of("the machine runs on its battery") : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static String read(Path supply, String name) {
        try {
            return Files.readString(supply.resolve(name)).strip();
        } catch (IOException none) {
            return "";
        }
    }
}
