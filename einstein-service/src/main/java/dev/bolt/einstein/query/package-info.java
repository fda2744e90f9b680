/** Answers a question from words and vectors, their scores combined. */
@NullMarked
@ApplicationModule(allowedDependencies = {"chunk", "lexical", "embed", "vector", "ingest"})
package dev.bolt.einstein.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
