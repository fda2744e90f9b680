/** What is shared out: memory for answers among all searches, room for indexes among all workspaces. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.search.lease;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
