/** Where the program begins: the root command and what it hands to the others. */
@NullMarked
package dev.bolt.cli;

import org.jspecify.annotations.NullMarked;
