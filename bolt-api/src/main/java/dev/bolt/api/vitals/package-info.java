/** How the services are: state, process and what each is busy with. */
@NullMarked
package dev.bolt.api.vitals;

import org.jspecify.annotations.NullMarked;
