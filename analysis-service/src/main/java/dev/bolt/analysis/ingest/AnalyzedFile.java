package dev.bolt.analysis.ingest;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Silences;
import dev.bolt.api.analysis.Finding;
import java.time.Instant;
import java.util.List;

/**
 * A file's model and findings, and what the file looked like when it was read.
 *
 * @param model what it defines, imports and uses
 * @param findings of the rules that look at one file
 * @param silences which lines ask which rules to keep silent
 * @param sizeBytes its length
 * @param modifiedAt when it had last changed
 */
public record AnalyzedFile(
        FileModel model, List<Finding> findings, Silences silences, long sizeBytes, Instant modifiedAt) {
    /** Copies the list. */
    public AnalyzedFile {
        findings = List.copyOf(findings);
    }
}
