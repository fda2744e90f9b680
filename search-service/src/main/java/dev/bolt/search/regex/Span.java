package dev.bolt.search.regex;

/** A part of a pattern by its UTF-16 units, the end exclusive; an empty one is a place. */
record Span(int start, int end) {}
