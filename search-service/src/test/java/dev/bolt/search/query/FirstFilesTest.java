package dev.bolt.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.text.PathOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In whatever order files come, the pages cut from what is kept make up all lines, each once. */
class FirstFilesTest {
    @Test
    void pagesCutFromWhatIsKeptMakeUpTheWhole() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            List<FileMatches> files = new ArrayList<>(IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(i -> file("f" + i, 1 + random.nextInt(6)))
                    .toList());
            int limit = random.nextInt(12);
            long mostBytes = random.nextBoolean() ? Long.MAX_VALUE : 1 + random.nextInt(6_000);
            List<String> paged = new ArrayList<>();
            var cursor = Cursor.START;
            for (boolean more = true; more; ) {
                Collections.shuffle(files, random);
                var first = new FirstFiles(cursor, limit, Lease.current(), mostBytes);
                files.forEach(first::add);
                int before = paged.size();
                Cursor from = cursor;
                for (FileMatches file : first.files()) {
                    for (MatchedLine line : file.lines()) {
                        boolean behind = !file.path().equals(from.path()) || line.line() > from.line();
                        if (behind && (limit == 0 || paged.size() - before < limit)) {
                            paged.add(file.path() + ":" + line.line());
                            cursor = new Cursor(file.path(), line.line());
                        }
                    }
                }
                boolean full = limit > 0 && paged.size() - before == limit;
                more = (full || first.dropped()) && paged.size() > before;
            }
            files.sort((a, b) -> PathOrder.compare(a.path(), b.path()));
            assertThat(paged)
                    .as("seed %d", seed)
                    .isEqualTo(files.stream()
                            .flatMap(file -> file.lines().stream().map(line -> file.path() + ":" + line.line()))
                            .toList());
        }
    }

    private static FileMatches file(String path, int lines) {
        return new FileMatches(
                path,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new MatchedLine(line, "text", null, false, List.of()))
                        .toList(),
                null);
    }
}
