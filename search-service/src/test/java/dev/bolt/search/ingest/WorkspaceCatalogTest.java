package dev.bolt.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.lease.IndexRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceCatalogTest {
    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    @TempDir
    Path directory;

    private final Later later = new Later();
    private Path data;
    private Path root;

    @BeforeEach
    void makesAWorkspace() throws IOException {
        data = Files.createDirectories(directory.resolve("data"));
        root = Files.createDirectories(directory.resolve("tree")).toRealPath();
        Files.writeString(root.resolve("a.txt"), "x");
    }

    @Test
    void countsInTheBackground() {
        WorkspaceCatalog catalog = catalog();
        assertThat(catalog.build(SHOP, root.toString()).state()).isEqualTo(IndexState.BUILDING);
        later.runAll();
        assertThat(catalog.get(SHOP).status().state()).isEqualTo(IndexState.READY);
        assertThat(catalog.get(SHOP).root()).isEqualTo(root);
    }

    @Test
    void joinsACountThatIsUnderWay() {
        WorkspaceCatalog catalog = catalog();
        catalog.build(SHOP, root.toString());
        catalog.build(SHOP, root.toString());
        assertThat(later.waiting).hasSize(1);
    }

    @Test
    void recallsItsWorkspaces() {
        catalog().build(SHOP, root.toString());
        WorkspaceCatalog again = catalog();
        later.runAll();
        assertThat(again.get(SHOP).root()).isEqualTo(root);
        assertThat(again.get(SHOP).status().filesTotal()).isEqualTo(1);
    }

    @Test
    void aCountDoesNotBringBackWhatWasDropped() {
        WorkspaceCatalog catalog = catalog();
        catalog.build(SHOP, root.toString());
        catalog.drop(SHOP);
        catalog.drop(SHOP);
        later.runAll();
        assertProblem(Problem.WORKSPACE_NOT_FOUND, () -> catalog.get(SHOP));
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aCountOfAnotherDirectoryIsNotTheNewOnes() throws IOException {
        Path other = Files.createDirectories(directory.resolve("other"));
        WorkspaceCatalog catalog = catalog();
        catalog.build(SHOP, root.toString());
        catalog.build(SHOP, other.toString());
        later.runOne();
        assertThat(catalog.get(SHOP).status().state()).isEqualTo(IndexState.BUILDING);
        later.runAll();
        assertThat(catalog.get(SHOP).status().filesTotal()).isZero();
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        assertProblem(
                Problem.WORKSPACE_UNREADABLE,
                () -> catalog().build(SHOP, directory.resolve("gone").toString()));
    }

    @Test
    void keepsWhatItHadWhereTheNewCannotBeRemembered() throws IOException {
        WorkspaceCatalog catalog = catalog();
        catalog.build(SHOP, root.toString());
        later.runAll();
        Files.delete(data.resolve("shop/root"));
        Files.createDirectories(data.resolve("shop/root/taken"));
        Path other = Files.createDirectories(directory.resolve("other"));
        assertProblem(Problem.DISK_FULL, () -> catalog.build(SHOP, other.toString()));
        assertThat(catalog.get(SHOP).root()).isEqualTo(root);
    }

    private WorkspaceCatalog catalog() {
        return new WorkspaceCatalog(data, InstantSource.system(), later, Optional.empty(), IndexRoom.unbounded());
    }

    private static void assertProblem(Problem problem, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    /** Runs what it is given when told to. */
    private static final class Later extends AbstractExecutorService {
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        void runOne() {
            waiting.remove().run();
        }

        void runAll() {
            while (!waiting.isEmpty()) {
                runOne();
            }
        }

        @Override
        public void execute(Runnable command) {
            waiting.add(command);
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
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
