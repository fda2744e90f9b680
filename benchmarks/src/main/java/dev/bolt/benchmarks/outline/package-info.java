/** How einstein cuts files into definitions, beside a grammar's view of the same files. */
@NullMarked
package dev.bolt.benchmarks.outline;

import org.jspecify.annotations.NullMarked;
