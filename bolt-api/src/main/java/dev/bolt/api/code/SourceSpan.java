package dev.bolt.api.code;

/**
 * Some lines of one file.
 *
 * @param path relative to the workspace, {@code /}-separated
 * @param startLine first line, 1-based
 * @param endLine last line, 1-based, inclusive
 */
public record SourceSpan(String path, int startLine, int endLine) {
    /** @throws IllegalArgumentException without a path, or if the lines are not {@code 1 <= startLine <= endLine} */
    public SourceSpan {
        if (path == null || startLine < 1 || endLine < startLine) { // a reader of JSON gives null for what is missing
            throw new IllegalArgumentException("Not a span: %s:%d-%d".formatted(path, startLine, endLine));
        }
    }

    /** Whether the two share a line of the same file. */
    public boolean overlaps(SourceSpan other) {
        return path.equals(other.path) && startLine <= other.endLine && other.startLine <= endLine;
    }

    @Override
    public String toString() {
        return startLine == endLine ? path + ":" + startLine : path + ":" + startLine + "-" + endLine;
    }
}
