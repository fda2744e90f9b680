/** Rust's regex syntax, read in full, and written as a pattern of Java's that matches the same. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.search.regex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
