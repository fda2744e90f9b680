/** The workspaces: registered once, indexed by every knowledge service. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ledger", "evidence", "history"})
package dev.bolt.orchestrator.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
