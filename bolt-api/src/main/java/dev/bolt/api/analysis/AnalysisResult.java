package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * The models of some files.
 *
 * @param files by path
 * @param complete false if there were more than 1,000 files
 * @param freshness how current the answer is
 */
public record AnalysisResult(List<FileAnalysis> files, boolean complete, Freshness freshness) {
    /** Copies the list. */
    public AnalysisResult {
        files = List.copyOf(files);
    }
}
