package dev.bolt.orchestrator.model;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How deep a solve is inside others. A model that is asked may be an agent that asks Bolt in its turn; it hands this
 * header on, and so a solve that a solve asked for may not ask for a third. The number is signed (HMAC-SHA256 with the
 * key of Bolt's services), so that nobody can hand on a smaller one.
 */
public final class Depth {
    /** Carries it: {@code depth.signature}. */
    public static final String HEADER = "X-Bolt-Depth";

    private static final int DEEPEST = 1;

    private final byte[] secret;

    /** @param secret that of this Bolt */
    public Depth(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** What goes with a question of a solve that is so deep. */
    String header(int depth) {
        return (depth + 1) + "." + signature(depth + 1);
    }

    /**
     * How deep the solve is that this request asks for; 0 without a header.
     *
     * @throws ProblemException BAD_REQUEST if the signature is not ours; RECURSION if it would be too deep
     */
    public int of(@Nullable String header) {
        if (header == null) {
            return 0;
        }
        String number = header.replaceFirst("\\..*", "");
        if (!number.matches("[1-9]\\d{0,3}")
                || !MessageDigest.isEqual(bytes(header), bytes(number + "." + signature(Integer.parseInt(number))))) {
            throw new ProblemException(Problem.BAD_REQUEST, "The header was not written by this Bolt")
                    .withField(HEADER);
        }
        int depth = Integer.parseInt(number);
        if (depth > DEEPEST) {
            throw new ProblemException(Problem.RECURSION, "A solve that a solve asked for may not ask for another.");
        }
        return depth;
    }

    private String signature(int depth) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes("depth " + depth)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
