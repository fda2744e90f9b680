package dev.bolt.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.search.Found;
import dev.bolt.search.Indexes;
import dev.bolt.search.Queries;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many threads work on one index and on one search of it. */
class WorkersTest {
    private static final int FILES = 3;

    /** So long that two of them are more than one part of a build. */
    private static final String TEXT = ("filler of a line to fill a part with\n".repeat(150) + "seldom\n").repeat(900);

    @TempDir
    static Path directory;

    private static WorkspaceIndex index;

    @BeforeAll
    static void makesATree() throws Exception {
        Path root = Files.createDirectories(directory.resolve("tree"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(root.resolve(i + ".txt"), TEXT);
        }
        index = build(2, done -> {});
    }

    /** Each waits, when it has packed its first part, until so many have. */
    @ParameterizedTest
    @ValueSource(ints = {1, FILES})
    void packAnIndexAsManyAtOnceAsAreAskedFor(int workers) throws Exception {
        Set<Thread> packing = ConcurrentHashMap.newKeySet();
        var together = new CountDownLatch(workers);
        build(workers, done -> {
            packing.add(Thread.currentThread());
            together.countDown();
            assertThat(arrives(together)).isTrue();
        });
        assertThat(packing).hasSize(workers);
    }

    @ParameterizedTest(name = "{0} threads, {1} parts at a time: {2} help")
    @CsvSource({"1, 16, 0", "2, 16, 1", "5, 16, 4", "5, 1, 4", "5, 1000, 0", "5, 4096, 0"})
    void helpASearchUnlessTwoBatchesAreAllThereIs(int workers, int batch, int helpers) {
        assertThat(index.store().chunks()).isBetween(100, 2_000);
        var idle = new Idle();
        assertThat(search(new IndexSearch(idle, workers, batch, FileTypes.COMMON, new MappedLooks(false))))
                .isEqualTo(FILES * 900);
        assertThat(idle.asked).hasSize(helpers);
    }

    @Test
    void findTheSameHoweverManyPartsTheyTakeAtATime() {
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (int batch : List.of(1, 7, 16, 4096)) {
                assertThat(search(new IndexSearch(pool, 4, batch, FileTypes.COMMON, new MappedLooks(false))))
                        .isEqualTo(FILES * 900);
            }
        }
    }

    private static long search(IndexSearch search) {
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, "seldom", 0);
        return Found.in(search, index, Overlay.NONE, directory.resolve("tree"), query, Deadline.NONE)
                .orElseThrow()
                .files()
                .stream()
                .mapToLong(file -> file.lines().size())
                .sum();
    }

    private static WorkspaceIndex build(int workers, IntConsumer packed) throws IOException, InterruptedException {
        Path root = directory.resolve("tree");
        try (var pool = Executors.newFixedThreadPool(FILES + 1)) {
            return new IndexBuild(pool, workers, InstantSource.system())
                    .build(
                            new IndexFolder(Files.createTempDirectory(directory, "index")),
                            root,
                            Indexes.files(root),
                            IndexRoom.unbounded().share(),
                            packed);
        }
    }

    private static boolean arrives(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Notes who is asked for help, and gives none. */
    private static final class Idle extends AbstractExecutorService {
        private final List<Runnable> asked = new ArrayList<>();

        @Override
        public void execute(Runnable help) {
            asked.add(help);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) {
            return false;
        }
    }
}
