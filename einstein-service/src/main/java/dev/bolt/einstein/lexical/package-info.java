/** Identifier-aware BM25 over chunks and files, a Lucene index on disk per workspace. */
@NullMarked
@ApplicationModule(allowedDependencies = {"chunk"})
package dev.bolt.einstein.lexical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
