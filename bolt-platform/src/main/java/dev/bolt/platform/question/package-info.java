/** What a question in plain words asks for, as every service hears it. */
@NullMarked
package dev.bolt.platform.question;

import org.jspecify.annotations.NullMarked;
