/** One class a command. */
@NullMarked
package dev.bolt.cli.command;

import org.jspecify.annotations.NullMarked;
