package dev.bolt.api.analysis;

import dev.bolt.api.index.Freshness;
import java.util.List;

/**
 * Definitions that fit.
 *
 * @param symbols best fit first, then by path and line
 * @param total how many fit in all
 * @param freshness how current the answer is
 */
public record SymbolResult(List<Symbol> symbols, int total, Freshness freshness) {
    /** Copies the list. */
    public SymbolResult {
        symbols = List.copyOf(symbols);
    }
}
