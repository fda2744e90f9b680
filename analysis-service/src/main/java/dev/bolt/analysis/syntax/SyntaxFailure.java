package dev.bolt.analysis.syntax;

/** Ends the parsing of one statement; caught where statements are gathered. Has no stack trace, so it costs little. */
final class SyntaxFailure extends RuntimeException {
    private final int line;

    SyntaxFailure(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    SyntaxProblem problem() {
        return new SyntaxProblem(line, String.valueOf(getMessage()));
    }
}
