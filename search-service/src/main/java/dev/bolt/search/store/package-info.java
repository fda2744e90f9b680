/**
 * The text of a workspace in a few mapped files, cut into chunks of whole lines: what the trigrams name and what is
 * searched instead of the files themselves, or, where there is no room for a copy, where in the files the chunks lie. A
 * chunk is at most 8 KiB, unless it is one longer line.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.search.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
