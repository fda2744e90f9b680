/** The life of a solve: accepted, run step by step on the agents, ended, told to whoever listens. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "solve",
            "ledger",
            "agent",
            "evidence",
            "synthesis",
            "timeout",
            "catalog",
            "queue",
            "history",
            "model"
        })
package dev.bolt.orchestrator.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
