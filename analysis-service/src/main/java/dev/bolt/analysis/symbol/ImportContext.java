package dev.bolt.analysis.symbol;

/** Where an import stands; the first that holds, in this order. */
public enum ImportContext {
    /** Under {@code if TYPE_CHECKING}: never executed. */
    TYPE_CHECKING("type-checking"),
    /** In a function: executed when it is called. */
    FUNCTION("function"),
    /** In a {@code try} or its handlers: executed with the module, and may fail. */
    TRY("try"),
    /** Anywhere else: executed with the module. */
    TOP("top");

    private final String word;

    ImportContext(String word) {
        this.word = word;
    }

    /** The word of the contract. */
    public String word() {
        return word;
    }

    /** Whether the import runs when the module is loaded, so that a circle of such imports can fail. */
    public boolean runtime() {
        return this == TOP || this == TRY;
    }
}
