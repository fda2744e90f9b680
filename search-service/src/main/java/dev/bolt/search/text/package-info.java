/** A line of bytes as text, with the columns of a match in both. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.search.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
