package dev.bolt.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.index.Freshness;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.Submatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpOutputMessage;
import tools.jackson.databind.json.JsonMapper;

class ResultConverterTest {
    private final ExecutorService helpers = Executors.newFixedThreadPool(1);
    private final ResultConverter converter = new ResultConverter(JsonMapper.shared(), helpers);

    @AfterEach
    void endsItsThreads() {
        helpers.shutdownNow();
    }

    @Test
    void writesWhatJacksonWritesHoweverManyPiecesThereAre() throws IOException {
        for (int files : List.of(0, 1, 3, 400, 3_000)) {
            assertThat(written(result(files))).isEqualTo(JsonMapper.shared().writeValueAsString(result(files)));
        }
    }

    @Test
    void needsNoHelperThatIsFree() throws Exception {
        var blocked = new CountDownLatch(1);
        helpers.execute(() -> {
            try {
                blocked.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(written(result(3_000))).isEqualTo(JsonMapper.shared().writeValueAsString(result(3_000)));
        blocked.countDown();
    }

    @Test
    void endsWithAClientThatIsGone() {
        var gone = new HttpOutputMessage() {
            @Override
            public OutputStream getBody() {
                return new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
            }

            @Override
            public HttpHeaders getHeaders() {
                return new HttpHeaders();
            }
        };
        assertThatThrownBy(() -> converter.write(result(3_000), MediaType.APPLICATION_JSON, gone))
                .isInstanceOf(IOException.class)
                .hasMessage("Broken pipe");
    }

    private String written(SearchResult result) throws IOException {
        var message = new MockHttpOutputMessage();
        converter.write(result, MediaType.APPLICATION_JSON, message);
        return message.getBodyAsString(StandardCharsets.UTF_8);
    }

    private static SearchResult result(int files) {
        var all = new ArrayList<FileMatches>();
        for (int file = 0; file < files; file++) {
            List<MatchedLine> lines = IntStream.range(0, 1 + file % 7)
                    .mapToObj(line ->
                            new MatchedLine(line + 1, "é\t" + line, null, false, List.of(new Submatch(0, 2, 0, 1))))
                    .toList();
            all.add(new FileMatches("folder/file-" + file, lines, null));
        }
        return new SearchResult(all, files, files, true, "index", new Freshness(Instant.EPOCH, 0), 7);
    }
}
