package dev.bolt.analysis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.analysis.ingest.TouchedFiles.Changes;
import dev.bolt.platform.watch.TreeWatch;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a look can tell without a walk, and what it cannot. */
class WatchedTreeTest {
    private static final WalkOptions OPTIONS = new WalkOptions(false, false, 1_000, false);

    @TempDir
    Path root;

    @TempDir
    Path data;

    private NavigableMap<String, AnalyzedFile> known;
    private WatchedTree tree;

    @BeforeEach
    void watches() throws Exception {
        assumeTrue(TreeWatch.supported(), "the kernel tells no changes here");
        OpenIndexes.write(
                root,
                Map.of(
                        "a.py", "x = 1\n",
                        "in/b.py", "y = 1\n",
                        ".ignore", "*_gen.py\nbuilt\n",
                        "in/c_gen.py", "z = 1\n",
                        "built/deep/d.py", "w = 1\n"));
        try (var open = OpenIndexes.in(data)) {
            known = open.built(root).files();
        }
        tree = WatchedTree.of(root, OPTIONS).orElseThrow();
        assertThat(tree.look(known))
                .as("nothing is known before the first walk")
                .isEmpty();
        walk(_ -> {});
    }

    @AfterEach
    void closes() {
        if (tree != null) {
            tree.close();
        }
    }

    @Test
    void tellsOfFilesThatAreWrittenReplacedOrGone() throws Exception {
        Files.writeString(root.resolve("a.py"), "x = 2\n");
        Files.writeString(root.resolve("in/b.py.tmp"), "y = 2\n");
        Files.move(root.resolve("in/b.py.tmp"), root.resolve("in/b.py"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(written(look().orElseThrow())).containsExactlyInAnyOrder("a.py", "in/b.py");
        Files.delete(root.resolve("a.py"));
        Changes changes = look().orElseThrow();
        assertThat(changes.gone()).containsExactly("a.py");
        assertThat(changes.written()).isEmpty();
    }

    @Test
    void looksForANewFileInTheFolderAroundItUnlessItIsIgnored() throws Exception {
        Files.writeString(root.resolve("in/new.py"), "");
        Files.writeString(root.resolve("in/c_gen.py"), "z = 2\n");
        Files.writeString(root.resolve("in/notes.txt"), "");
        assertThat(written(look().orElseThrow())).containsExactly("in/new.py");
    }

    @Test
    void knowsThatAFolderIsOpenWhoseLastFileWent() throws Exception {
        Files.delete(root.resolve("in/b.py"));
        assertThat(look().orElseThrow().gone()).containsExactly("in/b.py");
        known = new TreeMap<>(Map.of("a.py", known.get("a.py")));
        Files.writeString(root.resolve("in/again.py"), "");
        Files.writeString(root.resolve("in/c_gen.py"), "z = 3\n");
        assertThat(written(look().orElseThrow())).containsExactly("in/again.py");
        Files.writeString(root.resolve("top.py"), "");
        assertThat(look()).as("the root has only a walk").isEmpty();
    }

    @Test
    void leavesToAWalkWhatMayChangeMore() throws Exception {
        for (String path : Set.of("in/.ignore", "bolt.yaml", "pyproject.toml", "folder/d.py")) {
            OpenIndexes.write(root, Map.of(path, ""));
            assertThat(look()).as(path).isEmpty();
        }
        Files.writeString(root.resolve("a.py"), "x = 1\n".repeat(1_000));
        assertThat(look()).as("too large").isEmpty();
        Files.move(root.resolve("in"), root.resolve("out"));
        assertThat(look()).as("a folder moved").isEmpty();
        assertThat(look()).as("and nothing since").isPresent();
    }

    @Test
    void looksAgainAtWhatWasNotSeen() throws Exception {
        Files.writeString(root.resolve("a.py"), "x = 2\n");
        assertThat(tree.look(known)).isPresent();
        assertThat(tree.look(known)).as("what was told was not seen").isEmpty();
    }

    @Test
    void watchesWhatTheWalkLeavesOut() throws Exception {
        assertThat(look()).as("nothing happened").isPresent();
        Files.writeString(root.resolve("built/deep/d.py"), "w = 2\n");
        assertThat(look()).as("only a walk knows that it is left out").isEmpty();
    }

    @Test
    void tellsWhatChangesWhileTheFirstWalkIsUnderWay() throws Exception {
        tree.close();
        tree = WatchedTree.of(root, OPTIONS).orElseThrow();
        assertThat(tree.look(known)).isEmpty();
        walk(file -> {
            if (file.path().equals("in/b.py")) {
                write(root.resolve("in/b.py"), "y = 3\n");
                write(root.resolve("in/late.py"), "");
            }
        });
        assertThat(written(look().orElseThrow())).contains("in/b.py", "in/late.py");
    }

    @Test
    void aLaterWalkFindsTheSameFiles() {
        var found = new TreeSet<String>();
        tree.look(known);
        walk(file -> found.add(file.path()));
        assertThat(found).containsExactly("a.py", "in/b.py");
        assertThat(look()).as("nothing happened since").isPresent();
    }

    private void walk(Consumer<WorkspaceFile> found) {
        tree.walked(tree.walk(OPTIONS, found).files().stream()
                .map(WorkspaceFile::path)
                .collect(Collectors.toSet()));
        tree.seen();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Changes> look() {
        Optional<Changes> changes = tree.look(known);
        tree.seen();
        return changes;
    }

    private static Set<String> written(Changes changes) {
        return changes.written().stream().map(WorkspaceFile::path).collect(Collectors.toSet());
    }
}
