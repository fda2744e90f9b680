/** Why background work should wait: a machine on its battery, or short of memory. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.einstein.pause;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
