/** Questions, agents and the workspace list: the service and its composition. */
@NullMarked
package dev.bolt.orchestrator;

import org.jspecify.annotations.NullMarked;
