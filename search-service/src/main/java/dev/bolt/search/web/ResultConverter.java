package dev.bolt.search.web;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link SearchResult} as JSON: its lines by {@link MatchJson}, what is left by Jackson. */
@Component
class ResultConverter extends AbstractHttpMessageConverter<SearchResult> {
    private static final String NO_FILES = "{\"files\":[]";

    private final JsonMapper json;

    ResultConverter(JsonMapper json) {
        super(MediaType.APPLICATION_JSON);
        this.json = json;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == SearchResult.class;
    }

    @Override
    public boolean canRead(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected SearchResult readInternal(Class<? extends SearchResult> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Results are only written", message);
    }

    @Override
    protected void writeInternal(SearchResult result, HttpOutputMessage message) throws IOException {
        String rest = json.writeValueAsString(without(result));
        if (!rest.startsWith(NO_FILES)) {
            throw new IllegalStateException("The files do not come first: " + rest);
        }
        var out = new MatchJson(message.getBody());
        out.ascii("{\"files\":[");
        String comma = "";
        for (FileMatches file : result.files()) {
            out.ascii(comma);
            out.file(file);
            comma = ",";
            if (out.full()) {
                out.flush();
            }
        }
        out.ascii("]");
        out.bytes(rest.substring(NO_FILES.length()).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static SearchResult without(SearchResult result) {
        return new SearchResult(
                List.of(),
                result.matchedLines(),
                result.matchedFiles(),
                result.complete(),
                result.engine(),
                result.freshness(),
                result.elapsedMillis(),
                result.next());
    }
}
