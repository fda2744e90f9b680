/** Errors with stable codes: RFC 9457 documents out, and back in over any number of hops. */
@NullMarked
package dev.bolt.platform.problem;

import org.jspecify.annotations.NullMarked;
