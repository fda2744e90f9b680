/** What the service does when it is started only to learn to start faster. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.analysis.lesson;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
