package dev.bolt.gateway.admit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that this gateway answers to. A web page elsewhere can make a browser send requests here, even under a name
 * of its own that it rebinds to 127.0.0.1; it cannot make the browser lie about that name in Host and Origin.
 */
final class Hosts {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern ORIGIN = Pattern.compile("https?://([^/]+)");

    private final Set<String> names;

    Hosts(List<String> more) {
        var all = new HashSet<>(LOOPBACK);
        more.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
        names = Set.copyOf(all);
    }

    /** @param header the value of Host, with or without a port */
    boolean own(@Nullable String header) {
        if (header == null || !header.matches("(\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+)(:\\d{1,5})?")) {
            return false;
        }
        return names.contains(header.replaceFirst(":\\d{1,5}$", "").toLowerCase(Locale.ROOT));
    }

    /** @param header the value of Origin; a request without one does not come from a page of another site */
    boolean ownOrNone(@Nullable String header) {
        if (header == null) {
            return true;
        }
        Matcher origin = ORIGIN.matcher(header);
        return origin.matches() && own(origin.group(1));
    }
}
