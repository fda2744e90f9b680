package dev.bolt.cli.client;

import dev.bolt.cli.console.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A problem+json document (RFC 9457).
 *
 * @param status of HTTP
 * @param code its stable name
 * @param title what kind
 * @param detail what exactly
 * @param field of the request that is wrong; null if none
 */
public record Problem(
        int status,
        @Nullable String code,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String field) {

    /** What an answer with an error status tells, whatever its body is. */
    static Problem of(int status, String body) {
        try {
            var told = Json.MAPPER.readValue(body, Problem.class);
            if (told != null && (told.detail != null || told.title != null)) {
                return new Problem(status, told.code, told.title, told.detail, told.field);
            }
        } catch (JacksonException notJson) {
            return new Problem(status, null, null, null, null);
        }
        return new Problem(status, null, null, null, null);
    }

    /** As the end of a command: what is wrong, and what to do. */
    public Failure failure() {
        var text = new StringBuilder();
        if (detail != null) {
            text.append(detail);
        } else {
            text.append(title != null ? title : "Bolt answered with HTTP status " + status + ".");
        }
        if (!text.toString().endsWith(".")) {
            text.append('.');
        }
        if (field != null && text.indexOf(field) < 0) {
            text.append(" (field: ").append(field).append(')');
        }
        text.append(advice());
        return new Failure(status < 500 && status != 429 ? Failure.INPUT : Failure.SERVICE, text.toString());
    }

    private String advice() {
        return switch (code == null ? "" : code) {
            case "UNAUTHORIZED" -> " The token in Bolt's home is not the gateway's: `bolt down`, then `bolt up`.";
            case "WORKSPACE_UNREADABLE" -> " Name another directory with --workspace.";
            case "PATH_NOT_FOUND" -> " Paths are relative to the workspace; see --workspace.";
            case "BAD_PATTERN" -> " Use -F to search for the text as it stands.";
            case "OVERLOADED" -> " Try again in a moment.";
            case "SERVICE_UNAVAILABLE" -> " `bolt up` starts it again; `bolt logs SERVICE` tells why it ended.";
            case "DEADLINE_EXCEEDED" -> " Try again, or see `bolt status`; `bolt up` replaces a service that hangs.";
            case "DISK_FULL" -> " Free some space, then ask again.";
            default -> status >= 500 ? " See `bolt logs gateway`." : "";
        };
    }
}
