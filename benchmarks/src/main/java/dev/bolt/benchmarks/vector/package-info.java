/** The vector index by itself, beside FAISS and hnswlib: recall, questions a second, time to build, memory. */
@NullMarked
package dev.bolt.benchmarks.vector;

import org.jspecify.annotations.NullMarked;
