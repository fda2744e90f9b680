package dev.bolt.einstein.chunk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a chunk by what it says: the first 128 bits of SHA-256 over the text that is embedded. Equal text has equal
 * identity in every file, workspace and run, so it is never embedded twice.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record ChunkId(String value) {
    private static final int BYTES = 16;

    /** The identity of this text. */
    public static ChunkId of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new ChunkId(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
