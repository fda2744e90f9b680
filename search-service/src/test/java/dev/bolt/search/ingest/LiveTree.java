package dev.bolt.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.watch.TreeWatch;
import dev.bolt.search.Found;
import dev.bolt.search.Queries;
import dev.bolt.search.RipgrepReference;
import dev.bolt.search.index.IndexBuild;
import dev.bolt.search.index.IndexSearch;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.ripgrep.RipgrepBinary;
import dev.bolt.search.ripgrep.RipgrepProperties;
import dev.bolt.search.scan.FileTypes;
import dev.bolt.search.scan.MappedLooks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An indexed directory whose index must say what ripgrep says. */
final class LiveTree implements AutoCloseable {
    private final Path root;
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final IndexSearch search = new IndexSearch(pool, 2, 16, FileTypes.COMMON, new MappedLooks(false));
    private final RipgrepBinary ripgrep;
    private final LiveIndex live;

    private LiveTree(Path root, Path data, IndexRoom room) throws Exception {
        assumeTrue(TreeWatch.supported(), "the kernel tells no changes here");
        Optional<RipgrepBinary> found = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(found.isPresent(), "no ripgrep 14 or newer on the PATH");
        this.root = root;
        this.ripgrep = found.get();
        this.live = new LiveIndex(
                root, new IndexPlace(data, new IndexBuild(pool, 2, InstantSource.system()), room), background);
    }

    static LiveTree index(Path root, Path data) throws Exception {
        return index(root, data, IndexRoom.unbounded());
    }

    static LiveTree index(Path root, Path data, IndexRoom room) throws Exception {
        var tree = new LiveTree(root, data, room);
        tree.build();
        return tree;
    }

    void build() throws IOException, InterruptedException {
        live.build(files -> {}, done -> {});
    }

    LiveIndex live() {
        return live;
    }

    /** Whether the index answers, and then as ripgrep does; it need not where it does not know what has changed. */
    boolean agrees(String pattern, String edit) {
        TextQuery query = TextQuery.regex(Queries.WORKSPACE, pattern, 0);
        Optional<Found> found = live.now(Deadline.NONE)
                .flatMap(now -> Found.in(
                        search, now.index(), now.overlay(), root, query, Deadline.after(Duration.ofMinutes(1))));
        found.ifPresent(its -> assertThat(RipgrepReference.flatten(its.files()))
                .as("'%s' after %s", query, edit)
                .isEqualTo(RipgrepReference.lines(ripgrep, root, query)));
        return found.isPresent();
    }

    /** What the index, which must answer, and ripgrep both find. */
    List<String> lines(String pattern) {
        return lines(TextQuery.regex(Queries.WORKSPACE, pattern, 0));
    }

    List<String> lines(TextQuery query) {
        LiveIndex.Now now = live.now(Deadline.NONE).orElseThrow(() -> new AssertionError(live.absence()));
        Found found = Found.in(search, now.index(), now.overlay(), root, query, Deadline.after(Duration.ofMinutes(1)))
                .orElseThrow(() -> new AssertionError("The index leaves " + query + " to ripgrep"));
        List<String> lines = RipgrepReference.flatten(found.files());
        assertThat(found.complete()).isTrue();
        assertThat(lines).as("%s", query).isEqualTo(RipgrepReference.lines(ripgrep, root, query));
        return lines;
    }

    @Override
    public void close() {
        live.close();
        pool.shutdownNow();
        background.shutdownNow();
    }
}
