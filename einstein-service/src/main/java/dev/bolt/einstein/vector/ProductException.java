package dev.bolt.einstein.vector;

/** A product cannot be made or asked; questions are answered without it. */
public final class ProductException extends RuntimeException {
    private final String reason;

    /** @param reason for a person */
    public ProductException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Why, for a person. */
    public String reason() {
        return reason;
    }
}
