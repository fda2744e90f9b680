package dev.bolt.einstein.ingest;

/** What a failure means to a person. */
final class Failures {
    private static final int DEEPEST = 10;

    private Failures() {}

    static boolean diskFull(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left") || message.contains("Disk quota exceeded")) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    static String sentence(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return diskFull(failure)
                ? "The disk is full (DISK_FULL); free some and build again: " + root.getMessage()
                : String.valueOf(root.getMessage());
    }
}
