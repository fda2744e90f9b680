package dev.bolt.search.web;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchEvent;
import dev.bolt.api.search.SearchResult;
import dev.bolt.search.scan.FileSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@link SearchEvent}s, one a line, and sends them when there are many or no more for now. */
final class EventStream implements FileSink {
    private final OutputStream out;
    private final MatchJson lines;
    private boolean unsent;

    EventStream(OutputStream out) {
        this.out = out;
        this.lines = new MatchJson(out);
    }

    @Override
    public boolean take(FileMatches file) {
        try {
            lines.ascii("{\"file\":");
            lines.file(file);
            lines.ascii(",\"end\":null,\"code\":null}\n");
            unsent = true;
            if (lines.full()) {
                lines.flush();
            }
            return true;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void pause() {
        if (unsent) {
            send();
        }
    }

    /** Writes the end. */
    void end(SearchResult result, JsonMapper json) {
        last(new SearchEvent(null, result, null), json);
    }

    /** Writes that a problem ended it. */
    void problem(String code, JsonMapper json) {
        last(new SearchEvent(null, null, code), json);
    }

    private void last(SearchEvent event, JsonMapper json) {
        lines.bytes((json.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
        send();
    }

    private void send() {
        try {
            lines.flush();
            out.flush();
            unsent = false;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
