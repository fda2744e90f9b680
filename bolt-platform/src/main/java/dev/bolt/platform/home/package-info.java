/** The folder where Bolt keeps what must outlive a process. */
@NullMarked
package dev.bolt.platform.home;

import org.jspecify.annotations.NullMarked;
