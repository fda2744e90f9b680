/** Plain HTTP to this machine, without what a start of the JDK's larger client costs (its TLS alone: 0.1 s). */
@NullMarked
package dev.bolt.cli.http;

import org.jspecify.annotations.NullMarked;
