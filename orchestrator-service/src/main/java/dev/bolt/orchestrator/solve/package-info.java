/** What a question names and wants, and the plan of steps that answers it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.orchestrator.solve;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
