/** Exact text search: the service and its composition. */
@NullMarked
package dev.bolt.search;

import org.jspecify.annotations.NullMarked;
