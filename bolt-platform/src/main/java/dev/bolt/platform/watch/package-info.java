/** Learns of every change below a directory, in order, and can tell that it has learned of all up to now. */
@NullMarked
package dev.bolt.platform.watch;

import org.jspecify.annotations.NullMarked;
