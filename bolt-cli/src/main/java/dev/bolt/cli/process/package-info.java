/** The five services as processes: where they run, starting, healing and stopping them. */
@NullMarked
package dev.bolt.cli.process;

import org.jspecify.annotations.NullMarked;
