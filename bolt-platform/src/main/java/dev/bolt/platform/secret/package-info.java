/** The secret that Bolt's services know each other by. */
@NullMarked
package dev.bolt.platform.secret;

import org.jspecify.annotations.NullMarked;
