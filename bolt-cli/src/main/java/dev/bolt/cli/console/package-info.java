/** The terminal: streams, colour, tables, progress, and how a command fails. */
@NullMarked
package dev.bolt.cli.console;

import org.jspecify.annotations.NullMarked;
