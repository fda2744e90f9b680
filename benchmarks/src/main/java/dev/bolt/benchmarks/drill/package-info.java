/** Services killed, hung and slowed under load, and whether what was promised still holds. */
@NullMarked
package dev.bolt.benchmarks.drill;

import org.jspecify.annotations.NullMarked;
