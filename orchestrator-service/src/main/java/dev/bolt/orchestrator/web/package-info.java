/** The HTTP face: solves, workspaces, status, and their event streams. */
@NullMarked
@ApplicationModule(allowedDependencies = {"dispatch", "catalog", "evidence", "agent", "timeout", "model"})
package dev.bolt.orchestrator.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
