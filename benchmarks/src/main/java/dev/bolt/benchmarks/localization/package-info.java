/** From the words of a change to the files that it changed, before it was made. */
@NullMarked
package dev.bolt.benchmarks.localization;

import org.jspecify.annotations.NullMarked;
