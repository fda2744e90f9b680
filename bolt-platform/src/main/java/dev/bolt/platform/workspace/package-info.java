/** Finding, walking and reading the files of a workspace, with ripgrep's ignore rules. */
@NullMarked
package dev.bolt.platform.workspace;

import org.jspecify.annotations.NullMarked;
