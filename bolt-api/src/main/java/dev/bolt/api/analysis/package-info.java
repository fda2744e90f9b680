/** The code model: symbols, findings, dependencies, cycles and impact. */
@NullMarked
package dev.bolt.api.analysis;

import org.jspecify.annotations.NullMarked;
