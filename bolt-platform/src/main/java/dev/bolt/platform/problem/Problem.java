package dev.bolt.platform.problem;

import java.util.Arrays;
import java.util.Locale;

/** Every way in which a request can fail: a stable code, an HTTP status and a title that never changes. */
public enum Problem {
    /** The request breaks a rule of the contract; {@code field} names what. */
    BAD_REQUEST(400, "The request is not valid"),
    /** A search pattern is no regular expression. */
    BAD_PATTERN(400, "The pattern is not valid"),
    /** The option exists in the contract, and this service does not honour it. */
    UNSUPPORTED_OPTION(400, "The option is not supported"),
    /** No token, or a wrong one. */
    UNAUTHORIZED(401, "A token is needed"),
    /** The caller may not do this, whoever they are. */
    FORBIDDEN(403, "This is not allowed"),
    /** There is nothing at this address. */
    NOT_FOUND(404, "There is nothing here"),
    /** No workspace of this name is registered or indexed. */
    WORKSPACE_NOT_FOUND(404, "There is no such workspace"),
    /** The path is not in the workspace. */
    PATH_NOT_FOUND(404, "There is no such path in the workspace"),
    /** No solve has this id. */
    SOLVE_NOT_FOUND(404, "There is no such solve"),
    /** The address exists, for other methods. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** The answer would be in a form that the caller does not accept. */
    NOT_ACCEPTABLE(406, "The answer has no form that you accept"),
    /** What is asked contradicts what is. */
    CONFLICT(409, "The request contradicts the present state"),
    /** The body is larger than the service reads. */
    PAYLOAD_TOO_LARGE(413, "The request is too large"),
    /** The body is in a form that the service does not read. */
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a form that is not read here"),
    /** The directory is missing, no directory, not readable, or not allowed as a workspace. */
    WORKSPACE_UNREADABLE(422, "The workspace cannot be read"),
    /** A solve asked for a solve that asked for a solve. */
    RECURSION(422, "Solves may not ask for each other without end"),
    /** Too much waits already; try again after {@code Retry-After}. */
    OVERLOADED(429, "Too much is waiting"),
    /** A fault of Bolt's own; the log has the rest. */
    INTERNAL(500, "Something went wrong inside"),
    /** A service that is needed does not answer; try again. */
    SERVICE_UNAVAILABLE(503, "A service is not available"),
    /** The time for the request ran out. */
    DEADLINE_EXCEEDED(504, "The time ran out"),
    /** The disk has no room for what must be kept. */
    DISK_FULL(507, "The disk is full");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What a status alone tells. */
    static Problem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.status() == status)
                .findFirst()
                .orElse(status < 500 ? BAD_REQUEST : INTERNAL);
    }

    /** One sentence, the same every time. */
    public String title() {
        return title;
    }

    /** The {@code type} of the document, a URN made of the code. */
    String type() {
        return "urn:bolt:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
