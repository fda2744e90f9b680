/** Semantic, lexical and hybrid search: text in, ranked definitions and spans out. */
@NullMarked
package dev.bolt.api.einstein;

import org.jspecify.annotations.NullMarked;
