/** Many questions compared with many vectors at once: a product of matrices on whatever ONNX Runtime runs on. */
@NullMarked
@ApplicationModule(allowedDependencies = {"embed", "vector"})
package dev.bolt.einstein.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
