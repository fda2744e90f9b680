/** Tasks that do nothing, through the queue, the agents and the ledger. */
@NullMarked
package dev.bolt.benchmarks.task;

import org.jspecify.annotations.NullMarked;
