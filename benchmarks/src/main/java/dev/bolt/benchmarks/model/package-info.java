/**
 * How long the model of a Python tree takes by Bolt, and by CPython's parser, radon and a script that draws its
 * imports.
 */
@NullMarked
package dev.bolt.benchmarks.model;

import org.jspecify.annotations.NullMarked;
