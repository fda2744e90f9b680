package dev.bolt.cli.command;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.cli.client.Gateway;
import dev.bolt.cli.client.Indexing;
import dev.bolt.cli.client.Json;
import java.nio.file.Path;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A workspace that can be asked: services up, directory registered and indexed.
 *
 * @param gateway the way to the services
 * @param directory the workspace
 * @param id its name
 */
record Asked(Gateway gateway, Path directory, WorkspaceId id) {

    /** Makes it so, showing progress. */
    static Asked of(Context context, Target target) {
        var directory = target.directory(context);
        var gateway = context.gateway();
        return new Asked(gateway, directory, new Indexing(gateway, context.terminal()).ensure(directory));
    }

    /** Prints the answer as JSON or as text, and returns the exit code: 1 if {@code empty}. */
    static <T> int print(
            Context context,
            Target target,
            JsonNode answer,
            Class<T> type,
            Function<T, String> text,
            Function<T, Boolean> empty) {
        var value = Json.MAPPER.treeToValue(answer, type);
        var out = context.terminal().out();
        if (target.json()) {
            out.println(Json.pretty(answer));
        } else {
            out.print(text.apply(value));
        }
        return empty.apply(value) ? 1 : 0;
    }
}
