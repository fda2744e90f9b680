/** What the newest commits of a workspace say of some files: when they changed, and what changed with them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.orchestrator.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
