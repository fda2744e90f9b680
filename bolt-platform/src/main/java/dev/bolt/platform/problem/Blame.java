package dev.bolt.platform.problem;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Words a BAD_REQUEST so that the reader sees which field to mend. */
final class Blame {
    private static final int DEEPEST_CAUSE = 16;

    private Blame() {}

    static ProblemException field(String name, String message) {
        var problem = new ProblemException(Problem.BAD_REQUEST, (name + " " + message).strip());
        return name.isEmpty() ? problem : problem.withField(name);
    }

    /** The field where reading stopped; a value's own refusal (a record's constructor) is told in its words. */
    static ProblemException json(JacksonException json) {
        for (Throwable cause = json; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        if (json instanceof StreamReadException) {
            var location = json.getLocation();
            String where = location == null
                    ? ""
                    : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
            return new ProblemException(Problem.BAD_REQUEST, "The body is not JSON" + where);
        }
        String path = path(json);
        if (json instanceof UnrecognizedPropertyException unknown) {
            return field(path, "is not known here" + known(unknown));
        }
        return field(path, reason(json, path.isEmpty() ? "The body has the wrong form" : "has the wrong form"));
    }

    /** What an {@link IllegalArgumentException} at the root of the failure says, else the given words. */
    static String reason(Throwable failure, String otherwise) {
        @Nullable Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause.getClass() == IllegalArgumentException.class && cause.getCause() == null && message != null) {
                return "is wrong: " + message;
            }
        }
        return otherwise;
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null || known.isEmpty()
                ? ""
                : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", ", "; known are ", ""));
    }

    private static String path(JacksonException json) {
        var path = new StringBuilder();
        for (JacksonException.Reference reference : json.getPath()) {
            String property = reference.getPropertyName();
            if (property == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(property);
            }
        }
        return path.toString();
    }
}
