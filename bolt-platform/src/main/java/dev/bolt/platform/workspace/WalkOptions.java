package dev.bolt.platform.workspace;

/**
 * Which files a walk finds.
 *
 * @param hidden hidden files, too: names that begin with a dot
 * @param noIgnore ignored files, too
 * @param maxFileBytes larger files are left out and counted; 0 for no bound
 * @param skipBinary leave out and count files that look binary
 */
public record WalkOptions(boolean hidden, boolean noIgnore, long maxFileBytes, boolean skipBinary) {
    private static final long DEFAULT_MAX_FILE_BYTES = 2L * 1024 * 1024;

    /** As ripgrep walks, up to 2 MiB a file, and no binary ones. */
    public static WalkOptions defaults() {
        return new WalkOptions(false, false, DEFAULT_MAX_FILE_BYTES, true);
    }
}
