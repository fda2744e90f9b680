package dev.bolt.gateway.admit;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may come in. What it does not know by name stays shut: a path is open, asks for the token, or is none.
 */
final class Door {
    /** Plain segments only: nothing that one server could read as another path than the next one does. */
    private static final Pattern PLAIN = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*/?");

    private static final Pattern OPEN = Pattern.compile("/|/actuator/health(?:/[a-z]+)?");
    private static final Pattern WITH_TOKEN = Pattern.compile("/v[13]/.+");

    private final Hosts hosts;
    private final Token token;

    Door(Hosts hosts, Token token) {
        this.hosts = hosts;
        this.token = token;
    }

    /**
     * Lets the request pass.
     *
     * @param path raw, as it was sent
     * @return whether it had to show the token: what is open costs next to nothing
     * @throws ProblemException FORBIDDEN for a foreign Host or Origin, BAD_REQUEST for a path with tricks, NOT_FOUND
     *     for one that is none, UNAUTHORIZED without the token
     */
    boolean admit(String path, @Nullable String host, @Nullable String origin, @Nullable String authorization) {
        if (!hosts.own(host)) {
            throw new ProblemException(
                    Problem.FORBIDDEN, "Ask under a loopback name, such as http://127.0.0.1; this Host is a stranger");
        }
        if (!hosts.ownOrNone(origin)) {
            throw new ProblemException(Problem.FORBIDDEN, "Pages of other sites may not ask here");
        }
        if (!PLAIN.matcher(path).matches()) {
            throw new ProblemException(Problem.BAD_REQUEST, "No address here has such characters in its path");
        }
        if (OPEN.matcher(path).matches()) {
            return false;
        }
        if (!WITH_TOKEN.matcher(path).matches()) {
            throw new ProblemException(Problem.NOT_FOUND, "Nothing answers " + path);
        }
        if (!token.shownBy(authorization)) {
            throw new ProblemException(
                    Problem.UNAUTHORIZED,
                    "Send the header 'Authorization: Bearer TOKEN'; TOKEN is the content of the file 'token'"
                            + " in Bolt's home, ~/.bolt unless BOLT_HOME says otherwise");
        }
        return true;
    }
}
