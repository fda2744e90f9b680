/** Search by meaning and by words: the composition root. */
@NullMarked
package dev.bolt.einstein;

import org.jspecify.annotations.NullMarked;
