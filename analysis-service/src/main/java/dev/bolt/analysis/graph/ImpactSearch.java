package dev.bolt.analysis.graph;

import dev.bolt.api.analysis.ImpactedFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Breadth-first search against the imports: linear in the files and imports that it reaches. */
final class ImpactSearch {
    private final String[] paths;
    private final Rows reversed;
    private final int[] via;

    ImpactSearch(String[] paths, Rows reversed) {
        this.paths = paths;
        this.reversed = reversed;
        this.via = new int[paths.length];
        Arrays.fill(via, -1);
    }

    /** Who depends on these vertices, nearest first, then by path. */
    List<ImpactedFile> from(int[] changed) {
        for (int v : changed) {
            via[v] = v;
        }
        int[] level = changed;
        var affected = new ArrayList<ImpactedFile>();
        for (int distance = 1; level.length > 0; distance++) {
            level = dependentsOf(level);
            for (int v : level) {
                affected.add(new ImpactedFile(paths[v], distance, paths[via[v]]));
            }
        }
        return affected;
    }

    private int[] dependentsOf(int[] level) {
        var next = new ArrayList<Integer>();
        for (int v : level) {
            for (int i = reversed.offsets()[v]; i < reversed.offsets()[v + 1]; i++) {
                int w = reversed.targets()[i];
                if (via[w] < 0) {
                    via[w] = v;
                    next.add(w);
                }
            }
        }
        return next.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
