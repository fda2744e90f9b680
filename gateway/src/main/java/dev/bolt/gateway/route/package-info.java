/** All public paths on one page, and how a request travels to the service behind each. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.gateway.route;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
