package dev.bolt.analysis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What becomes of a workspace whose model would be larger than the memory for it. */
class ModelPlanTest {
    private static final String C = "int answer = 42;\nint helper(void) { return answer; }\n";
    private static final String CALLS = "int main(void) { return helper(); }\n";

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void writeFiles() throws IOException {
        root = folder.resolve("w");
        OpenIndexes.write(
                root,
                Map.of(
                        "a.c",
                        C,
                        "main.c",
                        CALLS + "/* " + "long\n".repeat(1000) + "*/\n",
                        "b.py",
                        "LIMIT = 1\ndef f(): return g()\n"));
    }

    @Test
    void keepsAllThatFits() {
        try (var open = OpenIndexes.in(folder.resolve("data"))) {
            assertThat(names(open.built(root))).containsExactly("answer", "helper", "b", "LIMIT", "f", "main");
            assertThat(message(open)).isEqualTo("Ready: 3 files, 0 imports between them");
        }
    }

    @Test
    void keepsDefinitionsOnlyWhereNotAllFits() {
        try (var open = OpenIndexes.in(folder.resolve("data"), DataSize.ofBytes(4_000))) {
            CodeModel model = open.built(root);
            assertThat(names(model)).containsExactly("helper", "b", "LIMIT", "f", "main");
            assertThat(model.mentioning("helper")).isEmpty();
            assertThat(model.mentioning("g")).hasSize(1);
            assertThat(message(open)).endsWith("variables and uses are left out except of Python");
        }
    }

    @Test
    void leavesOutTheLargestFilesWhereDefinitionsDoNotFit() throws IOException {
        try (var open = OpenIndexes.in(folder.resolve("data"), DataSize.ofBytes(300))) {
            assertThat(open.built(root).files()).containsOnlyKeys("a.c", "b.py");
            assertThat(message(open)).contains("files of more than 5,0").contains("bytes are left out");
            assertThat(open.indexes().status(OpenIndexes.ID).filesSkipped()).isEqualTo(1);
            OpenIndexes.write(root, Map.of("main.c", "int small(void) { return 0; }\n"));
            assertThat(names(open.indexes().current(OpenIndexes.ID).model())).contains("small");
            Files.writeString(root.resolve("new.c"), "int n(void);\n/* " + "long\n".repeat(1200) + "*/\n");
            assertThat(open.indexes().current(OpenIndexes.ID).model().files()).doesNotContainKey("new.c");
        }
    }

    @Test
    void aModelSavedWithLessIsReadAgainAndMadeAnewWhenThereIsMore() {
        Path data = folder.resolve("data");
        try (var open = OpenIndexes.in(data, DataSize.ofBytes(4_000))) {
            open.built(root);
        }
        try (var open = OpenIndexes.in(data, DataSize.ofBytes(4_000))) {
            assertThat(names(open.built(root))).doesNotContain("answer").contains("helper");
        }
        try (var open = OpenIndexes.in(data)) {
            assertThat(names(open.built(root))).contains("answer");
        }
        try (var open = OpenIndexes.in(data)) {
            assertThat(open.built(root).mentioning("helper")).hasSize(1);
        }
    }

    @Test
    void workspacesShareTheMemory() {
        try (var open = OpenIndexes.in(folder.resolve("data"), DataSize.ofBytes(8_000))) {
            open.built(root);
            var second = new WorkspaceId("second");
            open.indexes().build(second, root.toString());
            await().until(() -> open.indexes().status(second).state() == IndexState.READY);
            assertThat(open.indexes().status(second).message()).contains("too large for the memory");
            open.indexes().drop(OpenIndexes.ID);
            open.indexes().build(second, root.toString());
            await().until(() -> open.indexes().status(second).state() == IndexState.READY);
            assertThat(open.indexes().status(second).message()).doesNotContain("too large for the memory");
        }
    }

    private static String message(OpenIndexes open) {
        return open.indexes().status(OpenIndexes.ID).message();
    }

    private static List<String> names(CodeModel model) {
        return model.files().values().stream()
                .flatMap(file -> model.symbols(file.model()).stream())
                .map(Symbol::name)
                .toList();
    }
}
