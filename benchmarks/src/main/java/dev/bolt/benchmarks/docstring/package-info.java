/** Docstrings as questions: is the function found that one was taken from? */
@NullMarked
package dev.bolt.benchmarks.docstring;

import org.jspecify.annotations.NullMarked;
