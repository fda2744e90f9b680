/** What each knowledge service is asked to build for a workspace, and how far it is. */
@NullMarked
package dev.bolt.api.index;

import org.jspecify.annotations.NullMarked;
