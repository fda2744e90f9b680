/** A search in this process that gives ripgrep's lines, or says that it cannot. */
@NullMarked
@ApplicationModule(allowedDependencies = {"lease", "plan", "regex", "text"})
package dev.bolt.search.scan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
