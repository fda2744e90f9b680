/** ripgrep as child processes: found, started without risk, read as it writes, and ended with the request. */
@NullMarked
@ApplicationModule(allowedDependencies = {"lease", "text"})
package dev.bolt.search.ripgrep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
