package dev.bolt.api.index;

import jakarta.validation.constraints.NotBlank;

/**
 * What to index.
 *
 * @param root absolute path of the workspace on this machine
 */
public record IndexRequest(@NotBlank String root) {}
