package dev.bolt.platform.workspace;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What tells that a file has changed: no write leaves all of it the same, but for one within the tick of the clock of a
 * write before, which {@link #asOf} tells.
 *
 * @param sizeBytes its size
 * @param modifiedNanos when its content changed, since 1970
 * @param changedNanos when its content or its entry changed; as {@code modifiedNanos} where the system has no such time
 * @param inode its number, 0 where the system has none
 * @param links names that it has, 1 where the system does not tell
 */
public record FileStamp(long sizeBytes, long modifiedNanos, long changedNanos, long inode, long links) {
    /** Of a file that cannot be asked. */
    public static final FileStamp NONE = new FileStamp(-1, 0, 0, 0, 0);

    private static final boolean UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /** Longest tick of a file system's clock that is reckoned with. */
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Its stamp now; {@link #NONE} if it is not there, or no regular file. A symbolic link is not followed. */
    public static FileStamp of(Path file) {
        return stamp(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** The same, of what a symbolic link leads to. */
    public static FileStamp through(Path file) {
        return stamp(file);
    }

    private static FileStamp stamp(Path file, LinkOption... options) {
        try {
            return UNIX ? unix(file, options) : basic(file, options);
        } catch (IOException gone) {
            return NONE;
        }
    }

    private static FileStamp basic(Path file, LinkOption... options) throws IOException {
        BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class, options);
        long modified = basic.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return basic.isRegularFile() ? new FileStamp(basic.size(), modified, modified, 0, 1) : NONE;
    }

    /** One question to the system for all of it. */
    private static FileStamp unix(Path file, LinkOption... options) throws IOException {
        Map<String, Object> found =
                Files.readAttributes(file, "unix:isRegularFile,size,lastModifiedTime,ctime,ino,nlink", options);
        if (!Boolean.TRUE.equals(found.get("isRegularFile"))) {
            return NONE;
        }
        var modified = (FileTime) Objects.requireNonNull(found.get("lastModifiedTime"));
        var changed = (FileTime) Objects.requireNonNull(found.get("ctime"));
        return new FileStamp(
                (long) Objects.requireNonNull(found.get("size")),
                modified.to(TimeUnit.NANOSECONDS),
                changed.to(TimeUnit.NANOSECONDS),
                (long) Objects.requireNonNull(found.get("ino")),
                (int) Objects.requireNonNull(found.get("nlink")));
    }

    /** Itself, if a write after this moment would be seen in a stamp; else one that no file ever has. */
    public FileStamp asOf(Instant now) {
        long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        boolean settled = Math.max(modifiedNanos, changedNanos) + TICK_NANOS < nanos;
        return settled || inode < 0 ? this : new FileStamp(sizeBytes, modifiedNanos, changedNanos, ~inode, links);
    }

    /** The number of the file; 0 where the system has none. */
    public long number() {
        return inode < 0 ? ~inode : inode;
    }
}
