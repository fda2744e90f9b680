package dev.bolt.platform.workspace;

import org.jspecify.annotations.Nullable;

/** What somebody asks for by name, which comes before what ignore files say and before what is hidden. */
public interface Overrides {
    /** Nothing is asked for. */
    Overrides NONE = new Overrides() {
        @Override
        public @Nullable Boolean keeps(String path, boolean directory) {
            return null;
        }

        @Override
        public boolean keepsHidden(String path, boolean directory) {
            return false;
        }
    };

    /**
     * Whether to keep a file or enter a directory, whatever its rules are; null to go by them.
     *
     * @param path relative to the walk's root, {@code /}-separated
     */
    @Nullable
    Boolean keeps(String path, boolean directory);

    /** Whether what is hidden, and left out by no rule, is kept. */
    boolean keepsHidden(String path, boolean directory);
}
