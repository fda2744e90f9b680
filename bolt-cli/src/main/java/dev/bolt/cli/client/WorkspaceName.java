package dev.bolt.cli.client;

import dev.bolt.api.code.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Names a directory so that two directories never share a name, and one always has the same. */
public final class WorkspaceName {
    private static final int SLUG_LENGTH = 40;

    private WorkspaceName() {}

    /** The directory's own name as a slug, and eight hex digits of the SHA-256 of its absolute path. */
    public static WorkspaceId of(Path directory) {
        var name =
                directory.getFileName() == null ? "" : directory.getFileName().toString();
        var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var head = slug.isEmpty() ? "workspace" : slug.substring(0, Math.min(slug.length(), SLUG_LENGTH));
        return new WorkspaceId(head + "-" + hash(directory.toString()));
    }

    private static String hash(String path) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
