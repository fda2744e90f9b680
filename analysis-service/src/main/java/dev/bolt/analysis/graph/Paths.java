package dev.bolt.analysis.graph;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Paths of a workspace, with {@code /} between the parts. */
final class Paths {
    private Paths() {}

    /** What a relative path means seen from a folder; null if it leads out of the workspace. */
    static @Nullable String join(String folder, String relative) {
        var parts = new ArrayList<String>();
        for (String part : (folder + "/" + relative).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return null;
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
