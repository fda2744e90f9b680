package dev.bolt.analysis.graph;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once. Safe for many threads. */
public final class Lazy<T> {
    private @Nullable Supplier<T> maker;
    private volatile @Nullable T value;

    /** @param maker is called once at most, and forgotten then */
    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    /** A value that is there already. */
    public static <T> Lazy<T> made(T value) {
        var lazy = new Lazy<>(() -> value);
        lazy.get();
        return lazy;
    }

    /** The value. */
    public T get() {
        T made = value;
        return made == null ? make() : made;
    }

    /** Whether it has been asked for. */
    public boolean made() {
        return value != null;
    }

    private synchronized T make() {
        T made = value;
        if (made == null && maker != null) {
            made = maker.get();
            value = made;
            maker = null;
        }
        if (made == null) {
            throw new IllegalStateException("The maker made nothing");
        }
        return made;
    }
}
