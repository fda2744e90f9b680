/**
 * Definitions, sections and windows of source files: what is indexed and embedded. Plain text scanning, linear in the
 * text.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.einstein.chunk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
