package dev.bolt.platform.secret;

import dev.bolt.platform.home.BoltHome;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
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

    /** Stands in every answer of a service, with its name; what answers without it is another program on its port. */
    public static final String ANSWERED_BY = "X-Bolt-Service";

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

    /** What to say when something else than a service answered in its place. */
    public static ProblemException stranger(String service) {
        return new ProblemException(
                Problem.SERVICE_UNAVAILABLE,
                "What answered for %s is no service of Bolt; another program may be on its port. 'bolt status' shows it, 'bolt up' mends it."
                        .formatted(service));
    }

    @Override
    public String toString() {
        return "InternalSecret[hidden]";
    }
}
