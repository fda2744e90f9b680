package dev.bolt.analysis.ingest;

import dev.bolt.platform.workspace.WorkspaceFile;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What of a workspace fits the memory. Follows from the sizes of its files alone, so that a model made from nothing
 * equals one that was kept up to date.
 *
 * @param detail how much of each file is kept
 * @param largestBytes larger files are left out
 * @param costBytes heap that the model takes
 */
record ModelPlan(Detail detail, long largestBytes, long costBytes) {

    /** Everything. */
    static ModelPlan whole(long largestBytes) {
        return new ModelPlan(Detail.WHOLE, largestBytes, 0);
    }

    /**
     * The most that fits: all, else definitions alone, else without the largest files.
     *
     * @param files that are read
     * @param largestBytes none of them is larger
     * @param availableBytes of heap
     */
    static ModelPlan of(Collection<WorkspaceFile> files, long largestBytes, long availableBytes) {
        for (Detail detail : Detail.values()) {
            long cost = files.stream()
                    .mapToLong(file -> detail.cost(file.path(), file.sizeBytes()))
                    .sum();
            if (cost <= availableBytes) {
                return new ModelPlan(detail, largestBytes, cost);
            }
        }
        List<WorkspaceFile> smallest = files.stream()
                .sorted(Comparator.comparingLong(WorkspaceFile::sizeBytes))
                .toList();
        long cost = 0;
        for (WorkspaceFile file : smallest) {
            cost += Detail.DEFINITIONS.cost(file.path(), file.sizeBytes());
            if (cost > availableBytes) {
                return new ModelPlan(Detail.DEFINITIONS, file.sizeBytes() - 1, availableBytes);
            }
        }
        throw new IllegalStateException("All fits, and did not before");
    }

    boolean takes(WorkspaceFile file) {
        return file.sizeBytes() <= largestBytes;
    }

    /** What is missing, for people; empty if nothing is. */
    String told(long usualBytes) {
        String files = largestBytes < usualBytes
                ? "files of more than %,d bytes are left out".formatted(Math.max(0, largestBytes))
                : "";
        String inside = detail == Detail.WHOLE ? "" : "variables and uses are left out except of Python";
        String both = files.isEmpty() || inside.isEmpty() ? files + inside : inside + ", " + files;
        return both.isEmpty() ? "" : "; too large for the memory of analysis-service: " + both;
    }
}
