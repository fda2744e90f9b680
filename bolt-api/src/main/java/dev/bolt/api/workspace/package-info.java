/** Registering, listing and forgetting the directories that Bolt answers questions about. */
@NullMarked
package dev.bolt.api.workspace;

import org.jspecify.annotations.NullMarked;
