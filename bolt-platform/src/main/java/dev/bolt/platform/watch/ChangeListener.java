package dev.bolt.platform.watch;

/** Is told of changes, by one thread at a time. */
public interface ChangeListener {
    /**
     * Something was created, written, renamed or deleted here; it may be there or not by now, and be a directory with
     * more in it.
     *
     * @param path relative to the watched directory, {@code /}-separated, as
     *     {@link dev.bolt.platform.workspace.PathBytes#text} has it
     */
    void touched(String path);

    /** Changes were missed: anything may be different. */
    void lost();
}
