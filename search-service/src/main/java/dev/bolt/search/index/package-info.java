/** The index of one workspace: packed text and trigrams, built in parallel, saved, opened again, searched. */
@NullMarked
@ApplicationModule(allowedDependencies = {"lease", "plan", "regex", "scan", "store", "text", "trigram"})
package dev.bolt.search.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
