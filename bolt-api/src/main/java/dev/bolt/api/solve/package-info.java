/** A question in plain words, its steps, and the ranked evidence that answers it. */
@NullMarked
package dev.bolt.api.solve;

import org.jspecify.annotations.NullMarked;
