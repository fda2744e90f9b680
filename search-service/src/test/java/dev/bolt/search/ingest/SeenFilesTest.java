package dev.bolt.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SeenFilesTest {
    private static final List<String> FOLDERS = List.of("", "a", "a/b", "a-b", "c");

    @Test
    void whatIsGoneIsAlwaysWhatIsIndexedAndNotSeen() {
        var random = new Random(3);
        Set<String> indexed = files(random, "");
        var seen = new SeenFiles(indexed);
        var expected = new TreeSet<>(indexed);
        for (int i = 0; i < 2_000; i++) {
            String folder = FOLDERS.get(random.nextInt(FOLDERS.size()));
            switch (random.nextInt(3)) {
                case 0 -> {
                    String path = folder + (folder.isEmpty() ? "" : "/") + random.nextInt(9);
                    seen.remove(path);
                    expected.remove(path);
                }
                case 1 -> {
                    seen.removeBelow(folder);
                    expected.removeIf(path -> path.startsWith(folder + "/"));
                }
                default -> {
                    Set<String> found = files(random, folder);
                    seen.replaceBelow(folder, found);
                    expected.removeIf(path -> folder.isEmpty() || path.startsWith(folder + "/"));
                    expected.addAll(found);
                }
            }
            var gone = new HashSet<>(indexed);
            gone.removeAll(expected);
            assertThat(seen.gone()).isEqualTo(gone);
            assertThat(seen.size()).isEqualTo(expected.size());
            assertThat(seen.anyBelow("a")).isEqualTo(expected.stream().anyMatch(path -> path.startsWith("a/")));
            assertThat(expected).allMatch(seen::has);
        }
    }

    private static Set<String> files(Random random, String folder) {
        var files = new HashSet<String>();
        for (String one : FOLDERS) {
            if (folder.isEmpty() || one.equals(folder) || one.startsWith(folder + "/")) {
                for (int name = random.nextInt(9); name < 9; name++) {
                    files.add(one + (one.isEmpty() ? "" : "/") + name);
                }
            }
        }
        return files;
    }
}
