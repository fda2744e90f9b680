package dev.bolt.cli.console;

/** Ends a command with a message for a person and an exit code; never shown as a stack trace. */
public final class Failure extends RuntimeException {
    /** Bad usage or bad input. */
    public static final int INPUT = 2;

    /** No JDK 25. */
    public static final int JDK = 3;

    /** A service failed or cannot be reached. */
    public static final int SERVICE = 4;

    private final int exitCode;

    /**
     * @param exitCode one of the constants of this class
     * @param message what is wrong and what to do, one paragraph
     */
    public Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What the process exits with. */
    public int exitCode() {
        return exitCode;
    }

    /** Bad input. */
    public static Failure input(String message) {
        return new Failure(INPUT, message);
    }

    /** A service failed. */
    public static Failure service(String message) {
        return new Failure(SERVICE, message);
    }
}
