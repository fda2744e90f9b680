/** Exact text search: queries with ripgrep's meaning and the lines that match. */
@NullMarked
package dev.bolt.api.search;

import org.jspecify.annotations.NullMarked;
