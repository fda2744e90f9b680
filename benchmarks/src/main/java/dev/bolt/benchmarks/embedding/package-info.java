/** How fast texts become vectors: einstein's embedder, the bare runtime, and the peer that a user would pick. */
@NullMarked
package dev.bolt.benchmarks.embedding;

import org.jspecify.annotations.NullMarked;
