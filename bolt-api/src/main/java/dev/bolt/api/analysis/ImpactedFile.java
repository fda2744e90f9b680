package dev.bolt.api.analysis;

/**
 * A file that may break.
 *
 * @param path the file
 * @param distance imports between it and what changes, 1 for a direct dependent
 * @param via the file through which it depends, one step nearer to the change
 */
public record ImpactedFile(String path, int distance, String via) {}
