/** How long the current request may still take: read from the caller, passed on to the callee. */
@NullMarked
package dev.bolt.platform.deadline;

import org.jspecify.annotations.NullMarked;
