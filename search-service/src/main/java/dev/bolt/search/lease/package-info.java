/** Memory for answers: one budget that all searches share. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.search.lease;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
