/**
 * Syntax trees of the languages that have no front end of their own here, by tree-sitter through the foreign function
 * interface. The native libraries are those in the jars of {@code io.github.bonede}; their JNI classes are not used: a
 * call to one costs microseconds, one to a cursor some ten nanoseconds. A tree is copied into Java arrays at once and
 * freed: nothing outside {@code Parser} ever holds native memory.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.analysis.grammar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
