/**
 * Python source to a syntax tree: decoding, tokens, and a recursive-descent parser for Python 3.8 to 3.14 that survives
 * broken statements. After the grammar in the Python Language Reference 3.14, §10, PEP 617 (soft keywords), PEP 701
 * (f-strings) and PEP 263 (encodings). Linear in the length of the source, save for the few places where a soft keyword
 * or a parenthesized {@code with} is tried and taken back.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.bolt.analysis.syntax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
