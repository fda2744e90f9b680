/**
 * Questions about real repositories: does the answer name the files a knowledgeable person would open, and how soon?
 */
@NullMarked
package dev.bolt.benchmarks.question;

import org.jspecify.annotations.NullMarked;
