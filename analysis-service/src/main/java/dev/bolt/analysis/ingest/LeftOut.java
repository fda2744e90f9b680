package dev.bolt.analysis.ingest;

/**
 * What a model lacks.
 *
 * @param skipped files left out on purpose
 * @param failed files and folders that could not be read, and files that defeated their parser
 */
record LeftOut(int skipped, int failed) {
    static final LeftOut NOTHING = new LeftOut(0, 0);

    LeftOut plus(LeftOut other) {
        return new LeftOut(skipped + other.skipped, failed + other.failed);
    }
}
