package dev.bolt.benchmarks.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersTest {
    @Test
    void bm25PrefersTheRareWordAndTheShortFile(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("a.py"), "total tax total");
        Files.writeString(root.resolve("b.py"), "total " + "filler ".repeat(50));
        Files.writeString(root.resolve("c.py"), "total cart");
        Files.writeString(root.resolve("d.txt"), "tax tax tax");
        assertThat(new Bm25(root).rank("tax total", 10)).containsExactly("a.py", "c.py", "b.py");
        assertThat(new Bm25(root).rank("nothing", 10)).isEmpty();
    }

    @Test
    void mcNemarCountsOnlyWhereTheTwoDiffer() {
        List<Boolean> all = Collections.nCopies(6, true);
        List<Boolean> none = Collections.nCopies(6, false);
        assertThat(McNemar.exact(all, all)).isEqualTo(1);
        assertThat(McNemar.exact(none, all)).isCloseTo(2.0 / 64, within(1e-12));
    }
}
