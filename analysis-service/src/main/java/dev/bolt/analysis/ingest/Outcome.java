package dev.bolt.analysis.ingest;

/** What became of a file that was to be analyzed. */
sealed interface Outcome permits AnalyzedFile, Outcome.Missing {
    /** Why it is not in the model. */
    enum Missing implements Outcome {
        /** Left out on purpose: no text. */
        BINARY,
        /** It could not be read, or defeated its parser. */
        FAILED
    }
}
