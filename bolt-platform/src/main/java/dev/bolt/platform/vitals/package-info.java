/** How this service is, told to the orchestrator. */
@NullMarked
package dev.bolt.platform.vitals;

import org.jspecify.annotations.NullMarked;
