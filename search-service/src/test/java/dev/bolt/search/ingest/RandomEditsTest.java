package dev.bolt.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.search.SampleTree;
import dev.bolt.search.lease.IndexRoom;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After each of many edits an index, with a copy of the text or without, answers as ripgrep does, or not at all. */
class RandomEditsTest {
    private static final int EDITS = Integer.getInteger("bolt.soak.edits", 150);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void staysTrue(boolean copies) throws Exception {
        Path root = SampleTree.in(directory.resolve("tree")).toRealPath();
        int answered = 0;
        try (var tree = LiveTree.index(root, directory.resolve("data"), new IndexRoom(Long.MAX_VALUE, copies))) {
            var edits = new RandomEdits(root, Long.getLong("bolt.soak.seed", 5));
            for (int i = 0; i < EDITS; i++) {
                String edit = edits.next();
                answered += tree.agrees(i % 3 == 0 ? "send" : i % 3 == 1 ? "word\\d" : "e", edit) ? 1 : 0;
                if (i == EDITS / 2) {
                    tree.build();
                }
            }
        }
        assertThat(answered).isGreaterThan(EDITS * 9 / 10);
    }
}
