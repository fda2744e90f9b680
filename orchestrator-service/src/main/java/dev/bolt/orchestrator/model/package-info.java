/** The language model, if one is attached: asked over the plain protocol, believed only as far as it can be checked. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.orchestrator.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
