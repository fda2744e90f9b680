package dev.bolt.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.search.Found;
import dev.bolt.search.Indexes;
import dev.bolt.search.Queries;
import dev.bolt.search.RandomQueries;
import dev.bolt.search.RipgrepReference;
import dev.bolt.search.SampleTree;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import dev.bolt.search.store.TextBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes that have little room for a copy of the text, or none. */
class InPlaceTest {
    private static final int QUERIES = Integer.getInteger("bolt.fuzz.queries", 400) / 4;
    private static final long MANY = 1L << 40;

    @TempDir
    Path directory;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private Path root;
    private Path data;

    @BeforeEach
    void makesATree() throws Exception {
        root = SampleTree.in(directory.resolve("tree"));
        data = directory.resolve("index");
        Files.writeString(
                root.resolve("chunks.txt"), "a line to fill a chunk\n".repeat(2_400) + "send\nkeep\nsend it\n");
    }

    @AfterEach
    void endsItsThreads() {
        pool.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesRipgrepsLinesOfTextThatIsNotCopied(boolean vectors) throws Exception {
        Optional<RipgrepBinary> ripgrep = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(ripgrep.isPresent(), "no ripgrep 14 or newer on the PATH");
        WorkspaceIndex index = build(new IndexRoom(MANY, false));
        assertThat(index.store().bytes().copied()).isZero();
        assertThat(index.store().bytes().own()).as("UTF-16").isPositive();
        int answered = 0;
        var random = new RandomQueries(Long.getLong("bolt.fuzz.seed", 2) + (vectors ? 1 : 2));
        for (int i = -Queries.all().size(); i < QUERIES; i++) {
            TextQuery query = i < 0 ? Queries.all().get(-1 - i) : random.next();
            Optional<Found> found = search(index, query, vectors);
            found.ifPresent(its -> {
                List<String> ours = RipgrepReference.flatten(its.files());
                assertThat(ours).as("%s", query).isEqualTo(RipgrepReference.lines(ripgrep.get(), root, query, ours));
            });
            answered += found.isPresent() ? 1 : 0;
        }
        assertThat(answered).isGreaterThan(QUERIES / 2 + 100);
    }

    @Test
    void copiesAsMuchAsThereIsRoomFor() throws Exception {
        addALargeFile();
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, "send", 0);
        WorkspaceIndex all = build(new IndexRoom(MANY, true));
        assertThat(all.store().bytes().inPlace()).isZero();
        var some = new IndexRoom(10_000_000, true);
        TextBytes text = build(some).store().bytes();
        assertThat(text.inPlace()).isPositive();
        assertThat(text.copied()).isPositive();
        assertThat(text.all()).isEqualTo(all.store().bytes().all());
        assertThat(some.used()).isBetween(text.copied(), some.bytes());
        assertThat(found(build(some), query)).isEqualTo(found(all, query)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 90, 110, 150, 250})
    void copiesSomeOfManyFilesThatAreAlike(int percent) throws Exception {
        long bytes = addManyFiles(200, words());
        var room = new IndexRoom(bytes * percent / 100, true);
        TextBytes text = build(room).store().bytes();
        assertThat(text.inPlace() == 0).as("all is copied").isEqualTo(percent > 100);
        assertThat(text.copied()).isGreaterThan(bytes / 10);
        assertThat(room.used()).isBetween(text.copied(), room.bytes());
        assertThat(open(new IndexRoom(room.bytes(), true))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 130, 300})
    void copiesLessWhereTrigramsTakeMoreThanWasGuessed(int percent) throws Exception {
        long bytes = addManyFiles(60, noise());
        var room = new IndexRoom(bytes * percent / 100, true);
        TextBytes text = build(room).store().bytes();
        assertThat(text.copied()).isPositive();
        assertThat(text.inPlace() == 0).as("all is copied").isEqualTo(percent == 300);
        assertThat(open(new IndexRoom(room.bytes(), true))).isPresent();
    }

    @Test
    void copiesAllBesideLargeFilesThatHaveNoText() throws Exception {
        long bytes = addManyFiles(50, words());
        for (int i = 0; i < 4; i++) {
            Files.write(root.resolve("binary-" + i), new byte[10_000_000]);
        }
        var room = new IndexRoom(bytes * 2, true);
        assertThat(build(room).store().bytes().inPlace()).isZero();
    }

    @Test
    void buildsNothingWithoutRoomForItsTrigrams() {
        var none = new IndexRoom(1_000, true);
        assertThatThrownBy(() -> build(none))
                .isInstanceOf(NoRoomException.class)
                .hasMessageContaining("cache-size");
        assertThat(data).isEmptyDirectory();
        assertThat(none.used()).isZero();
    }

    @Test
    void opensASavedIndexOnlyWhereItIsAsItWouldBeBuilt() throws Exception {
        addALargeFile();
        build(new IndexRoom(MANY, false));
        assertThat(open(new IndexRoom(MANY, false))).isPresent();
        assertThat(open(new IndexRoom(MANY, true)))
                .as("there is room for a copy now")
                .isEmpty();
        assertThat(open(new IndexRoom(10_000_000, true))).as("still none").isPresent();
        build(new IndexRoom(MANY, true));
        var room = new IndexRoom(MANY, true);
        assertThat(open(room)).isPresent();
        assertThat(room.used()).isPositive();
        assertThat(open(new IndexRoom(10_000_000, true)))
                .as("it is too large now")
                .isEmpty();
        assertThat(open(new IndexRoom(MANY, false))).as("no copy is wanted now").isEmpty();
    }

    @Test
    void leavesTheAnswerToAnotherWhereAFileIsNoLongerWhatWasIndexed() throws Exception {
        WorkspaceIndex index = build(new IndexRoom(MANY, false));
        Path file = root.resolve("src/util.py");
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, "parse_date", 0);
        String before = Files.readString(file);
        FileTime written = Files.getLastModifiedTime(file);
        assertThat(found(index, query)).isNotEmpty();
        Files.writeString(file, before.replace("parse_date", "parse_data"));
        Files.setLastModifiedTime(file, written);
        assertThat(search(index, query, false)).as("as long and as old").isEmpty();
        Files.writeString(file, "");
        assertThat(search(index, query, false)).as("cut short").isEmpty();
        Files.delete(file);
        assertThat(search(index, query, false)).as("gone").isEmpty();
        Files.createSymbolicLink(file, root.resolve("src/app.py"));
        assertThat(search(index, query, false)).as("a link").isEmpty();
    }

    /** Beside it the others are little, and it is read in pieces. */
    private void addALargeFile() throws IOException {
        byte[] large = ("\uFEFFsend a line of a log\n" + "and another line\n".repeat(1_100_000) + "send it").getBytes();
        Files.write(root.resolve("large.log.txt"), large);
    }

    /** Returns how many bytes they have. */
    private long addManyFiles(int files, Function<Random, String> line) throws IOException {
        var random = new Random(3);
        long bytes = 0;
        for (int i = 0; i < files; i++) {
            var text = new StringBuilder();
            while (text.length() < 40_000) {
                text.append(line.apply(random)).append('\n');
            }
            Files.writeString(root.resolve("many-%03d.txt".formatted(i)), text);
            bytes += text.length();
        }
        return bytes;
    }

    private static Function<Random, String> words() {
        List<String> words = List.of("static", "return", "index", "buffer", "length", "public", "while", "struct");
        return random -> random.ints(9, 0, words.size())
                .mapToObj(word -> words.get(word) + word)
                .collect(Collectors.joining(" "));
    }

    private static Function<Random, String> noise() {
        return random -> random.ints(76, '@', '`').mapToObj(Character::toString).collect(Collectors.joining());
    }

    private WorkspaceIndex build(IndexRoom room) throws IOException, InterruptedException {
        return Indexes.build(pool, data, root, room.share());
    }

    private Optional<WorkspaceIndex> open(IndexRoom room) {
        return WorkspaceIndex.open(new IndexFolder(data), root, room.share());
    }

    private List<String> found(WorkspaceIndex index, TextQuery query) {
        return RipgrepReference.flatten(
                search(index, query, false).orElseThrow().files());
    }

    private Optional<Found> search(WorkspaceIndex index, TextQuery query, boolean vectors) {
        return Found.in(
                new IndexSearch(pool, 2, 16, FileTypes.COMMON, new MappedLooks(vectors)),
                index,
                Overlay.NONE,
                root,
                query,
                Deadline.after(Duration.ofMinutes(1)));
    }
}
