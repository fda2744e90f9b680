/** What must survive a crash: workspaces, solves, steps and events, in SQLite. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.orchestrator.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
