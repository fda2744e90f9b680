/** The analysis service: the code model of each workspace, and the answers it gives. */
@NullMarked
package dev.bolt.analysis;

import org.jspecify.annotations.NullMarked;
