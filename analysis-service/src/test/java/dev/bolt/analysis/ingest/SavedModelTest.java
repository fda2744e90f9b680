package dev.bolt.analysis.ingest;

import static dev.bolt.analysis.OpenIndexes.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.analysis.SampleWorkspace;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.api.analysis.Symbol;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedModelTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path root;

    @TempDir
    Path data;

    private Collection<AnalyzedFile> sample() throws Exception {
        SampleWorkspace.in(root);
        Files.writeString(root.resolve("silent.py"), "x = a == None  # bolt: ignore[comparison]\n");
        try (var open = OpenIndexes.in(data.resolve("source"))) {
            return open.built(root).files().values();
        }
    }

    private static void write(Path folder, Collection<AnalyzedFile> files, boolean wanted) {
        SavedModel.write(folder, "settings", files, List.of("", "src"), LONG_AGO, () -> wanted);
    }

    @Test
    void readsWhatWasWritten() throws Exception {
        Collection<AnalyzedFile> files = sample();
        write(data, files, true);
        SavedModel saved = SavedModel.read(data, Set.of("settings")).orElseThrow();
        assertThat(saved.projects()).containsExactly("", "src");
        assertThat(saved.asOf()).isEqualTo(LONG_AGO);
        assertThat(saved.files()).hasSameSizeAs(files);
        var originals = files.iterator();
        for (AnalyzedFile read : saved.files()) {
            AnalyzedFile original = originals.next();
            assertThat(read.model()).isEqualTo(original.model());
            assertThat(read.findings()).isEqualTo(original.findings());
            assertThat(read.silences().lines()).isEqualTo(original.silences().lines());
            assertThat(read.hash()).isEqualTo(original.hash());
            assertThat(read.changedAt()).isEqualTo(original.changedAt());
        }
    }

    @Test
    void otherSettingsMakeItWorthless() throws Exception {
        write(data, sample(), true);
        assertThat(SavedModel.read(data, Set.of("other settings"))).isEmpty();
        assertThat(SavedModel.read(root, Set.of("settings"))).isEmpty();
    }

    @Test
    void anyDamageReadsAsNothing() throws Exception {
        write(data, sample(), true);
        Path file = data.resolve(SavedModel.FILE);
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);
            assertThat(SavedModel.read(data, Set.of("settings"))).isEmpty();
            Files.write(file, java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertThat(SavedModel.read(data, Set.of("settings"))).isEmpty();
        }
    }

    @Test
    void leavesTheOldOneWhereTheNewOneIsNotWanted() throws Exception {
        write(data, sample(), true);
        byte[] before = Files.readAllBytes(data.resolve(SavedModel.FILE));
        write(data, List.of(), false);
        assertThat(data.resolve(SavedModel.FILE)).hasBinaryContent(before);
        assertThat(data.resolve(SavedModel.FILE + ".new")).doesNotExist();
    }

    @Test
    void aRestartReadsOnlyWhatLooksDifferent() throws Exception {
        Path same = write("same.py", "def before(): pass\n");
        Path other = write("other.py", "def before(): pass\n");
        try (var open = OpenIndexes.in(data)) {
            open.built(root);
        }
        remember("same.py", "def kept(): pass\n");
        Files.writeString(other, "def behind(): pass\n");
        try (var open = OpenIndexes.in(data)) {
            open.indexes().restore();
            CodeModel model = open.ready();
            assertThat(names(model, same)).containsExactly("kept");
            assertThat(names(model, other)).containsExactly("behind");
        }
    }

    @Test
    void aChangeOfEqualLengthAndTimeRightAfterTheBuildIsSeen() throws Exception {
        Path file = root.resolve("quick.py");
        Files.writeString(file, "def one(): pass\n");
        FileTime time = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(file, time);
        try (var open = OpenIndexes.in(data)) {
            open.built(root);
            Files.writeString(file, "def two(): pass\n");
            Files.setLastModifiedTime(file, time);
            assertThat(names(open.built(root), file)).containsExactly("two");
        }
    }

    @Test
    void aTouchedFileIsReadButNotParsedAgain() throws Exception {
        Path file = write("a.py", "def one(): pass\n");
        try (var open = OpenIndexes.in(data)) {
            var before = open.built(root).files().get("a.py");
            Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(5)));
            var after = open.built(root).files().get("a.py");
            assertThat(after).isNotSameAs(before);
            assertThat(after.model()).isSameAs(before.model());
            assertThat(open.indexes().status(ID).filesDone()).isEqualTo(1);
        }
    }

    @Test
    void ofBuildsInQuickSuccessionTheLastIsSaved() throws Exception {
        try (var open = OpenIndexes.in(data)) {
            for (int i = 0; i < 20; i++) {
                Files.writeString(root.resolve("a.py"), "def f%d(): pass\n".formatted(i));
                open.built(root);
            }
            await().untilAsserted(() -> {
                open.indexes().build(ID, root.toString());
                open.ready();
                assertThat(saved().files().getFirst().model().symbols())
                        .extracting(Symbol::name)
                        .containsExactly("f19");
            });
        }
        assertThat(data.resolve("sample/model.new")).doesNotExist();
    }

    private SavedModel saved() {
        String fingerprint = OpenIndexes.analyzer().fingerprint(Detail.WHOLE, root);
        return SavedModel.read(data.resolve("sample"), Set.of(fingerprint)).orElseThrow();
    }

    /** Puts another text's model into what is saved, under the file's own length and time. */
    private void remember(String path, String text) {
        SavedModel saved = saved();
        FileModel other = PythonModel.of(path, PythonParser.parse(text.getBytes(StandardCharsets.UTF_8)));
        List<AnalyzedFile> files = saved.files().stream()
                .map(file -> file.model().path().equals(path)
                        ? new AnalyzedFile(
                                other,
                                file.findings(),
                                file.silences(),
                                file.sizeBytes(),
                                file.changedAt(),
                                file.hash(),
                                true)
                        : file)
                .toList();
        SavedModel.write(
                data.resolve("sample"), saved.fingerprint(), files, saved.projects(), saved.asOf(), () -> true);
    }

    private Path write(String name, String text) throws Exception {
        Path file = Files.writeString(root.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }

    private List<String> names(CodeModel model, Path file) {
        return model.files().get(root.relativize(file).toString()).model().symbols().stream()
                .map(Symbol::name)
                .toList();
    }
}
