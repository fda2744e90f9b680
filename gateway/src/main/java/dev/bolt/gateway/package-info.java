/** The one door: admits who may come in, and routes what they ask to the service that answers it. */
@NullMarked
package dev.bolt.gateway;

import org.jspecify.annotations.NullMarked;
