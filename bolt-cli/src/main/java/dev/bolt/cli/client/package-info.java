/** The gateway's API as the command line speaks it. */
@NullMarked
package dev.bolt.cli.client;

import org.jspecify.annotations.NullMarked;
