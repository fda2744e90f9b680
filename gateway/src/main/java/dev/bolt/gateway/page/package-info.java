/** The page for people at the root of the address. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.gateway.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
