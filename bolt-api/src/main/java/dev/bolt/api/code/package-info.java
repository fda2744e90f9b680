/** Places in source code: the identity of a workspace, paths and spans inside it. */
@NullMarked
package dev.bolt.api.code;

import org.jspecify.annotations.NullMarked;
