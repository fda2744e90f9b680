package dev.bolt.api.solve;

/**
 * A file that goes with a ranked one without answering itself.
 *
 * @param path relative to the workspace
 * @param relation {@code imports}, {@code imported-by}, {@code tests} or {@code changed-with}
 * @param via the ranked file it goes with
 */
public record RelatedFile(String path, String relation, String via) {}
