package dev.bolt.orchestrator.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Git LFS commits instead of a file, after its pointer specification: lines of a key and a value, the version
 * first.
 *
 * @param sha256 of the file, 64 hexadecimal digits
 * @param bytes length of the file
 */
record LfsPointer(String sha256, long bytes) {
    /** No pointer is longer, in bytes. */
    static final int LONGEST = 1024;

    private static final String BEGIN = "version https://git-lfs.github.com/spec/";
    private static final Pattern OID = Pattern.compile("^oid sha256:([0-9a-f]{64})$", Pattern.MULTILINE);
    private static final Pattern SIZE = Pattern.compile("^size (\\d{1,18})$", Pattern.MULTILINE);

    /** Empty if this is none. */
    static Optional<LfsPointer> of(byte[] blob) {
        String text = new String(blob, StandardCharsets.UTF_8);
        if (blob.length > LONGEST || !text.startsWith(BEGIN)) {
            return Optional.empty();
        }
        Matcher oid = OID.matcher(text);
        Matcher size = SIZE.matcher(text);
        return oid.find() && size.find()
                ? Optional.of(new LfsPointer(oid.group(1), Long.parseLong(size.group(1))))
                : Optional.empty();
    }

    /** Whether it stands for a file of this content. */
    boolean standsFor(byte[] content) {
        return content.length == bytes
                && HexFormat.of().formatHex(sha256Of(content)).equals(sha256);
    }

    private static byte[] sha256Of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has it", impossible);
        }
    }
}
