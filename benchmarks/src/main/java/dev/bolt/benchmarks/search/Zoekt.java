package dev.bolt.benchmarks.search;

import dev.bolt.benchmarks.client.Score;
import dev.bolt.benchmarks.search.HttpConnection.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a running zoekt-webserver ({@code -rpc}), whose only index is of the tree, for all that match: by JSON, each
 * line with its score, the files ranked. What its indexer left out it does not find: files over 2 MB, with more than
 * 20,000 different trigrams or with a NUL, if it was told nothing else.
 */
final class Zoekt {
    private static final int ALL = 1_000_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration WARM = Duration.ofSeconds(1);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final int MOST = 15;

    /** Names of files as ripgrep's types have them. */
    private static final Map<String, String> TYPES = Map.of("-tc", "\\.([chH](\\.in)?|cats)$", "-tpy", "\\.pyi?$");

    private final HttpConnection connection;

    Zoekt(URI address) {
        this.connection = new HttpConnection(address);
    }

    /** The one whose address is {@code ZOEKT} in the environment. */
    static Optional<Zoekt> running() {
        return Optional.ofNullable(System.getenv("ZOEKT")).map(address -> new Zoekt(URI.create(address)));
    }

    /**
     * What a query finds and how long that takes, milliseconds, up to the last byte in our hands.
     *
     * @param millis the median of 15, or of as many as begin within ten seconds; asked for a second before, once at
     *     least
     */
    record Found(long lines, double millis) {}

    Found ask(SuiteQuery query) throws IOException {
        byte[] body = JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "Q",
                        text(query),
                        "Opts",
                        Map.of(
                                "ShardMaxMatchCount", ALL,
                                "TotalMaxMatchCount", ALL,
                                "MaxWallTime", LONGEST.toNanos())));
        long began = System.nanoTime();
        long lines = lines(post(body).body());
        while (System.nanoTime() - began < WARM.toNanos()) {
            post(body);
        }
        var millis = new ArrayList<Double>();
        began = System.nanoTime();
        do {
            millis.add(post(body).nanos() / 1e6);
        } while (millis.size() < MOST && System.nanoTime() - began < MEASURED.toNanos());
        return new Found(lines, Score.median(millis));
    }

    /**
     * A query in Zoekt's language. Its expressions match across lines, so white space is told to leave the line's end
     * out; its {@code \w} and {@code \b} are always ASCII's.
     */
    static String text(SuiteQuery query) {
        List<String> flags = query.flags();
        String regex = flags.contains("-F")
                ? "\\Q" + query.pattern() + "\\E"
                : query.pattern().replace("(?-u)", "");
        if (!flags.contains("-U")) {
            regex = regex.replace("\\s", "[\\t\\v\\f\\r ]");
        }
        if (flags.contains("-w")) {
            regex = "\\b(?:" + regex + ")\\b";
        }
        var text = new StringBuilder(flags.contains("-i") ? "case:no" : "case:yes")
                .append(" content:")
                .append(quoted(regex));
        if (flags.contains("-g")) {
            String glob = flags.get(flags.indexOf("-g") + 1);
            text.append(" file:").append(quoted(glob.replace("*.", "\\.") + "$"));
        }
        flags.stream()
                .filter(flag -> flag.startsWith("-t"))
                .map(type -> Objects.requireNonNull(TYPES.get(type)))
                .forEach(names -> text.append(" file:").append(quoted(names)));
        return text.toString();
    }

    private static String quoted(String regex) {
        return '"' + regex.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private Reply post(byte[] body) throws IOException {
        Reply reply = connection.post("/api/search", "Content-Type: application/json\r\n", body);
        if (reply.status() != 200) {
            throw new IOException(reply.status() + " " + new String(reply.body(), StandardCharsets.UTF_8));
        }
        return reply;
    }

    private static long lines(byte[] answer) {
        long lines = 0;
        try (JsonParser parser = JsonMapper.shared().createParser(answer)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                lines +=
                        token == JsonToken.PROPERTY_NAME && parser.currentName().equals("LineNumber") ? 1 : 0;
            }
        }
        return lines;
    }
}
