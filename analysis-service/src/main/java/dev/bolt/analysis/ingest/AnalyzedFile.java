package dev.bolt.analysis.ingest;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.syntax.Silences;
import dev.bolt.api.analysis.Finding;
import dev.bolt.platform.workspace.WorkspaceFile;
import java.time.Instant;
import java.util.List;

/**
 * A file's model and findings, and what the file looked like when it was read.
 *
 * @param model what it defines, imports and uses
 * @param findings of the rules that look at one file
 * @param silences which lines ask which rules to keep silent
 * @param sizeBytes its length
 * @param changedAt when it had last changed, as {@link WorkspaceFile#changedAt} tells it
 * @param hash of its bytes
 * @param settled false if it was read so soon after a change that another one could bear the same time
 */
public record AnalyzedFile(
        FileModel model,
        List<Finding> findings,
        Silences silences,
        long sizeBytes,
        Instant changedAt,
        long hash,
        boolean settled)
        implements Outcome {
    /** Copies the list. */
    public AnalyzedFile {
        findings = List.copyOf(findings);
    }

    /** Whether the file is surely as it was. */
    boolean looksLike(WorkspaceFile file) {
        return settled && sameStamp(file);
    }

    /** Whether the file has the same length and time. */
    boolean sameStamp(WorkspaceFile file) {
        return sizeBytes == file.sizeBytes() && changedAt.equals(file.changedAt());
    }

    /** The same content, seen at another time. */
    AnalyzedFile seen(Instant changed, boolean nowSettled) {
        return new AnalyzedFile(model, findings, silences, sizeBytes, changed, hash, nowSettled);
    }
}
