package dev.bolt.analysis.symbol;

/**
 * That a class inherits.
 *
 * @param type the class, qualified inside its file
 * @param base what it inherits from, as written, dotted, without type arguments
 */
public record Heritage(String type, String base) {}
