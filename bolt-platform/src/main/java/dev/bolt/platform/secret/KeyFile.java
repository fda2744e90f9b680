package dev.bolt.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * A file with 32 random bytes in hexadecimal that only its owner can read (0600). However many processes ask at the
 * same moment, one makes it and all read the same: it appears in one step, complete, as a link to a finished file.
 */
public final class KeyFile {
    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /**
     * The key in the file, which is made if missing.
     *
     * @throws IllegalStateException if others than the owner may read or write the file, or no key is in it
     * @throws UncheckedIOException if it cannot be made or read
     */
    public static String readOrMake(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return read(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read or make " + file, failure);
        }
    }

    private static String read(Path file) throws IOException {
        if (posix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException(
                    "%s can be read by others: run chmod 600 on it, or delete it to get a new one".formatted(file));
        }
        String key = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!key.matches("[0-9a-f]{64}")) {
            throw new IllegalStateException("%s holds no key: delete it to get a new one".formatted(file));
        }
        return key;
    }

    private static void make(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path directory = file.toAbsolutePath().resolveSibling("").normalize();
        Files.createDirectories(directory);
        Path draft = posix(directory)
                ? Files.createTempFile(directory, ".key", null, PosixFilePermissions.asFileAttribute(OWNER))
                : Files.createTempFile(directory, ".key", null);
        try {
            Files.writeString(draft, HexFormat.of().formatHex(key) + "\n", StandardCharsets.US_ASCII);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // Theirs is as good, and is what everybody else reads.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static boolean posix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
