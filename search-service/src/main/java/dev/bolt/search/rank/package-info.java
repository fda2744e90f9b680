/** Says which of the files that match is likely wanted first. */
@NullMarked
@ApplicationModule(allowedDependencies = "text")
package dev.bolt.search.rank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
