/** Asks a running Bolt many questions at once and measures what becomes of them. */
@NullMarked
package dev.bolt.cli.load;

import org.jspecify.annotations.NullMarked;
