/** Who may come in: a loopback name in Host and Origin, and the token. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.gateway.admit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
