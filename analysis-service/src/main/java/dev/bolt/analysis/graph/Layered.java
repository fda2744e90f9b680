package dev.bolt.analysis.graph;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of which a slightly different one costs little: changes lie over a base that all versions share,
 * until there are more than {@value #MOST_OVER}; then they go into a new base. Safe for many threads.
 */
public final class Layered<K, V> {
    private static final int MOST_OVER = 256;

    private final Map<K, V> base;

    /** Changes; a null value is a key that is gone. */
    private final Map<K, @Nullable V> over;

    private Layered(Map<K, V> base, Map<K, @Nullable V> over) {
        this.base = base;
        this.over = over;
    }

    /** @param entries is kept and must not change any more */
    public static <K, V> Layered<K, V> of(Map<K, V> entries) {
        return new Layered<>(entries, Map.of());
    }

    /** The value of a key; null if it has none. */
    public @Nullable V get(K key) {
        if (over.isEmpty()) {
            return base.get(key);
        }
        V now = over.get(key);
        return now == null && !over.containsKey(key) ? base.get(key) : now;
    }

    /** Whether the key has a value. */
    public boolean has(K key) {
        return get(key) != null;
    }

    /** With other values for some keys, or none where the value is null. Linear in the changes, amortized. */
    public Layered<K, V> with(Map<K, @Nullable V> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        var more = new HashMap<K, @Nullable V>(over);
        more.putAll(changes);
        if (more.size() <= MOST_OVER) {
            return new Layered<>(base, more);
        }
        var all = new HashMap<>(base);
        more.forEach((key, value) -> {
            if (value == null) {
                all.remove(key);
            } else {
                all.put(key, value);
            }
        });
        return of(all);
    }
}
