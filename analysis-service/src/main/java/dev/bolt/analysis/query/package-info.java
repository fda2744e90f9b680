/** Answers questions about symbols, references, imports, circles, impact and findings from the newest code model. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ingest", "change", "symbol", "graph", "contract", "finding"})
package dev.bolt.analysis.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
