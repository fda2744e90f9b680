/** What every benchmark needs: a running Bolt, and how rankings are scored. */
@NullMarked
package dev.bolt.benchmarks.client;

import org.jspecify.annotations.NullMarked;
