package dev.bolt.platform.secret;

import dev.bolt.platform.home.BoltHome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What Bolt's services know each other by: the content of {@code <home>/secret}. Localhost is no boundary; any program
 * and any web page can reach a port of this machine, only its user can read the file.
 *
 * @param value 64 hexadecimal digits
 */
public record InternalSecret(String value) {
    /** Carries the secret from service to service; the gateway strips it from outside requests. */
    public static final String HEADER = "X-Bolt-Internal";

    /** That of the home, made at first use. */
    public static InternalSecret of(BoltHome home) {
        return new InternalSecret(KeyFile.readOrMake(home.file("secret")));
    }

    /** Whether this is it, in a time that tells nothing about how much of it is right. */
    public boolean matches(@Nullable String candidate) {
        return candidate != null
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "InternalSecret[hidden]";
    }
}
