/** How long a tool may take, and the guards around every call of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.orchestrator.timeout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
