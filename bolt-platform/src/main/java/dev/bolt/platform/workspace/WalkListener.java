package dev.bolt.platform.workspace;

import java.nio.file.Path;

/** Is told by a walk what it comes upon, while it walks and by its thread. */
public interface WalkListener {
    /** Wants to know nothing. */
    WalkListener NONE = new WalkListener() {};

    /** This directory is looked into next: its ignore files, then its entries. */
    default void entering(Path directory) {}

    /** This directory and all below it is left out. */
    default void leftOut(Path directory) {}

    /** This file is part of the result. */
    default void found(WorkspaceFile file) {}
}
