/** Text to unit vectors: all-MiniLM-L6-v2 on ONNX Runtime. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.einstein.embed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
