package dev.bolt.einstein.pause;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * On battery if {@code pmset} says so.
 *
 * @param said what {@code pmset -g batt} says; empty if it says nothing
 */
record MacBattery(Supplier<String> said) implements Reason {
    @Override
    public Optional<String> now() {
        return said.get().contains("'Battery Power'")
                ? Optional.of("the machine runs on its battery")
                : Optional.empty();
    }
}
