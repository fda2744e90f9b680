/** How long several people wait who ask for meaning at once. */
@NullMarked
package dev.bolt.benchmarks.meaning;

import org.jspecify.annotations.NullMarked;
