package dev.bolt.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.Submatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MatchJsonTest {
    @Test
    void writesWhatJacksonWrites() throws IOException {
        var random = new Random(3);
        for (int i = 0; i < 300; i++) {
            FileMatches file = file(random, 1 + random.nextInt(i < 290 ? 4 : 3_000));
            String written = written(file);
            assertThat(written).isEqualTo(JsonMapper.shared().writeValueAsString(file));
            assertThat(JsonMapper.shared().readValue(written, FileMatches.class))
                    .isEqualTo(file);
        }
    }

    @Test
    void writesAReplacementForHalfACharacter() throws IOException {
        var file = new FileMatches("a\uD800b\uDC00", List.of(), null);
        assertThat(written(file)).startsWith("{\"path\":\"a\uFFFDb\uFFFD\"");
    }

    private static String written(FileMatches file) throws IOException {
        var out = new ByteArrayOutputStream();
        var json = new MatchJson(out);
        json.file(file);
        json.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static FileMatches file(Random random, int size) {
        var lines = new ArrayList<MatchedLine>();
        for (int i = 0; i < size; i++) {
            var submatches = new ArrayList<Submatch>();
            for (int j = random.nextInt(3); j > 0; j--) {
                submatches.add(new Submatch(random.nextInt(20), random.nextInt(2_000_000_000), 0, 7));
            }
            String bytes = random.nextInt(5) == 0 ? "/+8=" : null;
            lines.add(new MatchedLine(
                    1 + random.nextInt(100_000), text(random), bytes, random.nextBoolean(), submatches));
        }
        return new FileMatches(text(random), lines, random.nextBoolean() ? null : random.nextLong() >>> 1);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            int code = switch (random.nextInt(6)) {
                case 0 -> random.nextInt(32);
                case 1 -> "\"\\/\u007F".charAt(random.nextInt(4));
                case 2 -> 0x80 + random.nextInt(0x700);
                case 3 -> 0xE000 + random.nextInt(0x1000);
                case 4 -> 0x1F600 + random.nextInt(50);
                default -> 'a' + random.nextInt(26);
            };
            text.appendCodePoint(code);
        }
        return text.toString();
    }
}
