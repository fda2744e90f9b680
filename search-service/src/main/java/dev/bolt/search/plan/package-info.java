/** What a text must hold for a pattern to match: trigrams for the index, and strings of bytes to look for in a text. */
@NullMarked
@ApplicationModule(allowedDependencies = {"regex", "trigram"})
package dev.bolt.search.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
