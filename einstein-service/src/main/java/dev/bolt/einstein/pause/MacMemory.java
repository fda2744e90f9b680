package dev.bolt.einstein.pause;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Memory is short if the system tells applications so: 1 is normal, 2 a warning, 4 critical (dispatch/source.h).
 *
 * @param level what {@code sysctl -n kern.memorystatus_vm_pressure_level} says
 */
record MacMemory(Supplier<String> level) implements Reason {
    @Override
    public Optional<String> now() {
        return switch (level.get().strip()) {
            case "2", "4" -> Optional.of("the system is short of memory");
            default -> Optional.empty();
        };
    }
}
