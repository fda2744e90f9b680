/** Text to unit vectors: a sentence model on ONNX Runtime, the MiniLM that is built in or a folder of the user's. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.einstein.embed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
