package dev.bolt.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.search.Found;
import dev.bolt.search.Indexes;
import dev.bolt.search.Queries;
import dev.bolt.search.SampleTree;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.scan.FileText;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.LineEnds;
import dev.bolt.search.scan.MappedLooks;
import dev.bolt.search.store.StoredFile;
import dev.bolt.search.store.TextStore;
import dev.bolt.search.trigram.GramQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexBuildTest {
    @TempDir
    Path directory;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final IndexRoom.Share share = IndexRoom.unbounded().share();
    private Path root;
    private IndexFolder folder;

    @BeforeEach
    void makesATree() throws IOException {
        root = SampleTree.in(directory.resolve("tree"));
        folder = new IndexFolder(directory.resolve("index"));
    }

    @AfterEach
    void endsItsThreads() {
        pool.shutdownNow();
    }

    @Test
    void packsWhatIsSearchedOfEachFile() throws Exception {
        Files.write(root.resolve("large.txt"), lines(200_000));
        Files.writeString(root.resolve("one-line.txt"), "y".repeat(200_000) + "\nz");
        TextStore store = build().store();
        assertThat(store.files()).extracting(StoredFile::path).contains("src/app.py", "large.txt", "utf16.txt");
        for (int i = 0; i < store.files().size(); i++) {
            StoredFile file = store.files().get(i);
            FileText text = FileText.read(root.resolve(file.path()));
            byte[] packed = file.chunks() == 0 ? new byte[0] : store.text(file.firstChunk(), file.chunks());
            assertThat(packed).as(file.path()).isEqualTo(Arrays.copyOf(text.bytes(), text.searchable()));
            int line = 1;
            for (int chunk = file.firstChunk(); chunk < file.firstChunk() + file.chunks(); chunk++) {
                byte[] part = store.text(chunk, 1);
                assertThat(store.fileOf(chunk)).isEqualTo(i);
                assertThat(store.firstLine(chunk)).isEqualTo(line);
                boolean last = chunk == file.firstChunk() + file.chunks() - 1;
                assertThat(last || part[part.length - 1] == '\n').isTrue();
                assertThat(part.length <= 65_536 || LineEnds.count(part, 0, part.length) == 1)
                        .isTrue();
                line += LineEnds.count(part, 0, part.length);
            }
        }
    }

    @Test
    void packsALargeFileInPieces() throws Exception {
        byte[] text = lines(700_000);
        assertThat(text.length).isGreaterThan(17 << 20);
        Files.write(root.resolve("large.txt"), text);
        byte[] marked = text.clone();
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        Files.write(root.resolve("marked.txt"), marked);
        byte[] binary = text.clone();
        binary[100] = 0;
        Files.write(root.resolve("binary.txt"), binary);
        byte[] late = text.clone();
        late[1_000_000] = 0;
        Files.write(root.resolve("late.txt"), late);
        TextStore store = build().store();
        assertThat(text(store, "large.txt")).isEqualTo(text);
        assertThat(text(store, "marked.txt")).isEqualTo(Arrays.copyOfRange(text, 3, text.length));
        assertThat(file(store, "binary.txt").chunks()).isZero();
        assertThat(file(store, "binary.txt").packed()).isTrue();
        assertThat(file(store, "late.txt").packed()).isFalse();
    }

    @Test
    void findsTheChunksOfAString() throws Exception {
        WorkspaceIndex index = build();
        int[] found = index.grams().candidates(GramQuery.of("parse_date")).orElseThrow();
        assertThat(Arrays.stream(found)
                        .mapToObj(chunk -> index.store()
                                .files()
                                .get(index.store().fileOf(chunk))
                                .path()))
                .containsExactly("src/util.py");
    }

    @Test
    void tellsHowManyFilesArePacked() throws Exception {
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        List<WorkspaceFile> files = files();
        new IndexBuild(pool, 2, InstantSource.system()).build(folder, root, files, share, told::add);
        assertThat(Collections.max(told)).isEqualTo(files.size());
    }

    @Test
    void opensWhatWasSaved() throws Exception {
        build();
        WorkspaceIndex opened = WorkspaceIndex.open(folder, root, share).orElseThrow();
        assertThat(opened.store().files()).hasSameSizeAs(files());
        assertThat(opened.grams().candidates(GramQuery.of("parse_date")))
                .hasValueSatisfying(found -> assertThat(found).hasSize(1));
        assertThat(WorkspaceIndex.open(folder, root.resolve("src"), share)).isEmpty();
    }

    @Test
    void buildsAnEmptyWorkspace() throws Exception {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        WorkspaceIndex index =
                new IndexBuild(pool, 2, InstantSource.system()).build(folder, empty, List.of(), share, n -> {});
        assertThat(index.store().chunks()).isZero();
        assertThat(WorkspaceIndex.open(folder, empty, share)).isPresent();
    }

    @Test
    void doesNotOpenWhatIsSpoiled() throws Exception {
        for (String name : List.of("files", "chunks", "grams", "postings", "manifest", "text-0")) {
            build();
            Path file = built().resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
            assertThat(WorkspaceIndex.open(folder, root, share))
                    .as("%s cut short", name)
                    .isEmpty();
            if (!name.equals("manifest") && !name.startsWith("text")) {
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
                assertThat(WorkspaceIndex.open(folder, root, share))
                        .as("%s changed", name)
                        .isEmpty();
            }
            Files.delete(file);
            assertThat(WorkspaceIndex.open(folder, root, share))
                    .as("%s gone", name)
                    .isEmpty();
        }
        Files.writeString(directory.resolve("index/current"), "no-such-folder");
        assertThat(WorkspaceIndex.open(folder, root, share)).isEmpty();
    }

    @Test
    void findsOutThatTextIsSpoiledWhenItIsReadAndLeavesTheAnswerToAnother() throws Exception {
        build();
        Path file = built().resolve("text-0");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        WorkspaceIndex opened = WorkspaceIndex.open(folder, root, share).orElseThrow();
        assertThat(opened.store().spoiled()).isFalse();
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, "parse_date", 0);
        assertThat(Found.in(
                        new IndexSearch(pool, 2, 16, FileTypes.COMMON, new MappedLooks(false)),
                        opened,
                        Overlay.NONE,
                        root,
                        query,
                        Deadline.NONE))
                .isEmpty();
        assertThat(opened.store().spoiled()).isTrue();
    }

    @Test
    void keepsOneBuildAndNothingElse() throws Exception {
        build();
        Files.createDirectories(directory.resolve("index/build-left-by-a-crash"));
        build();
        try (Stream<Path> left = Files.list(directory.resolve("index"))) {
            assertThat(left).hasSize(2);
        }
        try (Stream<Path> files = Files.list(built())) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("text-0", "files", "chunks", "grams", "postings", "manifest");
        }
        folder.delete();
        assertThat(directory.resolve("index")).doesNotExist();
    }

    @Test
    void leavesTheOldIndexAndNoDraftWhereItCannotWrite() throws Exception {
        build();
        Files.delete(directory.resolve("index/current"));
        Files.createDirectories(directory.resolve("index/current/taken"));
        assertThatThrownBy(this::build).isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(directory.resolve("index"))) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("build-")))
                    .hasSize(1);
        }
    }

    @Test
    void leavesNothingWhenItIsCalledOff() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::build).isInstanceOf(InterruptedException.class);
        Thread.interrupted();
        try (Stream<Path> left = Files.list(directory.resolve("index"))) {
            assertThat(left).isEmpty();
        }
    }

    private WorkspaceIndex build() throws IOException, InterruptedException {
        return new IndexBuild(pool, 2, InstantSource.system()).build(folder, root, files(), share, n -> {});
    }

    private List<WorkspaceFile> files() {
        return Indexes.files(root);
    }

    private Path built() throws IOException {
        return directory
                .resolve("index")
                .resolve(Files.readString(directory.resolve("index/current")).split(" ")[0]);
    }

    private static StoredFile file(TextStore store, String path) {
        return store.files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] text(TextStore store, String path) {
        StoredFile file = file(store, path);
        return store.text(file.firstChunk(), file.chunks());
    }

    private static byte[] lines(int count) {
        var random = new Random(5);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("line ")
                    .append(i)
                    .append(" x".repeat(random.nextInt(16)))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
