/** The bound on what one request may carry. */
@NullMarked
package dev.bolt.platform.body;

import org.jspecify.annotations.NullMarked;
