package dev.bolt.api.solve;

import org.jspecify.annotations.Nullable;

/**
 * What an attached language model made of the evidence. It was checked, and is a proposal still.
 *
 * @param model that wrote it
 * @param summary a few sentences; the files they name are there
 * @param patch a unified diff that fitted the workspace when the solve ended; null if there is none. Nothing has
 *     applied it
 */
public record Proposal(
        String model, String summary, @Nullable String patch) {}
