package dev.bolt.api.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a workspace in every path and body: 1 to 64 of {@code a-z 0-9 -}, a plain string in JSON.
 *
 * @param value the name itself
 */
public record WorkspaceId(@JsonValue String value) {
    /** @throws IllegalArgumentException if the value is not 1 to 64 of {@code a-z 0-9 -} */
    @JsonCreator
    public WorkspaceId {
        if (!value.matches("[a-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "Not a workspace id: '%s' (use 1 to 64 of a-z, 0-9 and -)".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
