/** How long a search takes by Bolt and by a ripgrep process, over HTTP and through a pipe, in the same run. */
@NullMarked
package dev.bolt.benchmarks.search;

import org.jspecify.annotations.NullMarked;
