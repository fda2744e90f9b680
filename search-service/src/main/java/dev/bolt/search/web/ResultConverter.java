package dev.bolt.search.web;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchResult;
import dev.bolt.search.lease.Weight;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
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

    /** Lines that are worth the waking of a thread. */
    private static final int PIECE_LINES = 1_024;

    /** What a helper may hold in bytes of JSON, about; a larger piece is written by the request's own thread. */
    private static final long MOST_HELPED = 4 << 20;

    private final JsonMapper json;
    private final ExecutorService helpers;

    /** @param helpers threads that search and may write meanwhile */
    ResultConverter(JsonMapper json, ExecutorService helpers) {
        super(MediaType.APPLICATION_JSON);
        this.json = json;
        this.helpers = helpers;
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
        files(result.files(), out);
        out.ascii("]");
        out.bytes(rest.substring(NO_FILES.length()).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Every other piece is written by a helper meanwhile, if one is free. */
    private void files(List<FileMatches> files, MatchJson out) throws IOException {
        List<List<FileMatches>> pieces = pieces(files);
        for (int i = 0; i < pieces.size(); i += 2) {
            List<FileMatches> next = i + 1 < pieces.size() ? pieces.get(i + 1) : List.of();
            var helped = new FutureTask<>(() -> bytes(next));
            boolean help =
                    !next.isEmpty() && next.stream().mapToLong(Weight::of).sum() < MOST_HELPED;
            if (help) {
                helpers.execute(helped);
            }
            write(pieces.get(i), i > 0, out);
            if (help) {
                helped.run(); // does nothing if a helper has begun
                out.bytes(bytes(helped));
            } else {
                write(next, true, out);
            }
            out.flush();
        }
    }

    private static List<List<FileMatches>> pieces(List<FileMatches> files) {
        List<List<FileMatches>> pieces = new ArrayList<>();
        int from = 0;
        int lines = 0;
        for (int i = 0; i < files.size(); i++) {
            lines += files.get(i).lines().size();
            if (lines >= PIECE_LINES || i + 1 == files.size()) {
                pieces.add(files.subList(from, i + 1));
                from = i + 1;
                lines = 0;
            }
        }
        return pieces;
    }

    private static byte[] bytes(List<FileMatches> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new MatchJson(bytes);
        write(files, true, out);
        out.flush();
        return bytes.toByteArray();
    }

    private static byte[] bytes(FutureTask<byte[]> helped) throws IOException {
        try {
            return helped.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The answer was called off");
        }
    }

    private static void write(List<FileMatches> files, boolean goesOn, MatchJson out) throws IOException {
        String comma = goesOn ? "," : "";
        for (FileMatches file : files) {
            out.ascii(comma);
            out.file(file);
            comma = ",";
            if (out.full()) {
                out.flush();
            }
        }
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
