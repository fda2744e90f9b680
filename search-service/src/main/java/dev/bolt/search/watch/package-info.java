/** Learns of every change below a directory, in order, and can tell that it has learned of all up to now. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.search.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
