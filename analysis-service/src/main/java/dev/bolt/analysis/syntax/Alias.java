package dev.bolt.analysis.syntax;

import org.jspecify.annotations.Nullable;

/** An imported name, dotted for {@code import}, {@code *} for all. */
public record Alias(
        int line, int start, int end, String name, @Nullable String asName) {

    /** The name that it binds. */
    public String bound() {
        if (asName != null) {
            return asName;
        }
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
