package dev.bolt.api.workspace;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What to register.
 *
 * @param path absolute path of a directory that this machine's user can read
 */
public record WorkspaceRegistration(
        @NotBlank @Size(max = 4096) String path) {}
