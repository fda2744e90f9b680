/**
 * Trigrams of a workspace: which chunks of its text hold which three bytes in a row, compressed, on disk, read where
 * they lie. A query of trigrams gives every chunk that may match and some that do not (after Cox 2012, regexp4).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.search.trigram;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
