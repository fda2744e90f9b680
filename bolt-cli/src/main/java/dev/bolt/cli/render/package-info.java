/** Answers as text: for a person, for a pipe, for a model's context. */
@NullMarked
package dev.bolt.cli.render;

import org.jspecify.annotations.NullMarked;
