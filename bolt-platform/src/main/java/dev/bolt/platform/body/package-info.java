/** What the body of a request may be. */
@NullMarked
package dev.bolt.platform.body;

import org.jspecify.annotations.NullMarked;
