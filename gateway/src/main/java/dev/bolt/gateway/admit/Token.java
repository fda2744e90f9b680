package dev.bolt.gateway.admit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a caller must show: {@code Authorization: Bearer <value>}, after RFC 6750 §2.1.
 *
 * @param value 64 hexadecimal digits
 */
record Token(String value) {
    private static final String SCHEME = "Bearer ";

    /** Whether the header shows it, in a time that tells nothing about how much of it is right. */
    boolean shownBy(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8),
                        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
