/** From ranked evidence to an answer: reasons, findings, recommendations, an honest summary. */
@NullMarked
@ApplicationModule(allowedDependencies = {"solve", "evidence"})
package dev.bolt.orchestrator.synthesis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
