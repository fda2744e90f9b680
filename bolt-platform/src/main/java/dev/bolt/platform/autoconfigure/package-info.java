/** The settings that every service starts from. */
@NullMarked
package dev.bolt.platform.autoconfigure;

import org.jspecify.annotations.NullMarked;
