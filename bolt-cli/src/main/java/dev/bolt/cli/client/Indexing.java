package dev.bolt.cli.client;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import dev.bolt.api.workspace.Workspace;
import dev.bolt.api.workspace.WorkspaceRegistration;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.console.ProgressLine;
import dev.bolt.cli.console.Quantity;
import dev.bolt.cli.console.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Registers a directory and waits until questions about it can be answered: text, code model and words. Embeddings go
 * on in the background. Where there is an older index, only a moment is spent on bringing it up to date: the answer
 * tells its freshness.
 */
public final class Indexing {
    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration REFRESH_LIMIT = Duration.ofSeconds(2);
    private static final Duration MISSING_LIMIT = Duration.ofSeconds(10);
    private static final int SERVICES = 3;

    private final Gateway gateway;
    private final Terminal terminal;
    private final Patience patience;

    /** Calls nothing yet. */
    public Indexing(Gateway gateway, Terminal terminal) {
        this(gateway, terminal, Patience.ofAPerson());
    }

    Indexing(Gateway gateway, Terminal terminal, Patience patience) {
        this.gateway = gateway;
        this.terminal = terminal;
        this.patience = patience;
    }

    /**
     * Registers the directory, refreshes its indexes and returns its name once they can answer. Where one stands still
     * it says so and goes on: the answer then comes from what the others know, and says what it lacks.
     */
    public WorkspaceId ensure(Path directory) {
        var id = WorkspaceName.of(directory);
        boolean known = gateway.find("/v1/workspaces/" + id)
                .map(Indexing::read)
                .filter(Indexing::complete)
                .isPresent();
        var workspace = read(gateway.put("/v1/workspaces/" + id, new WorkspaceRegistration(directory.toString())));
        long began = System.nanoTime();
        try (var line = new ProgressLine(terminal)) {
            while (!answerable(workspace.indexes(), elapsed(began), known) && !patience.isSpent(workspace.indexes())) {
                if (!known || terminal.errIsTerminal()) {
                    line.bar("indexing", share(workspace.indexes()), text(directory, workspace.indexes()));
                }
                LockSupport.parkNanos(POLL.toNanos());
                workspace = read(gateway.get("/v1/workspaces/" + id));
            }
            if (!known && complete(workspace)) {
                line.done(summary(directory, workspace.indexes(), elapsed(began)));
            }
        }
        check(workspace.indexes());
        return id;
    }

    private static boolean complete(Workspace workspace) {
        return workspace.indexes().size() == SERVICES
                && workspace.indexes().stream().allMatch(Indexing::answers);
    }

    private static boolean answerable(List<IndexStatus> indexes, Duration elapsed, boolean known) {
        if (known) {
            return elapsed.compareTo(REFRESH_LIMIT) > 0
                    || indexes.stream().allMatch(index -> index.state() != IndexState.BUILDING);
        }
        if (indexes.size() < SERVICES && elapsed.compareTo(MISSING_LIMIT) < 0) {
            return false;
        }
        return indexes.stream().allMatch(Indexing::answers);
    }

    private static boolean answers(IndexStatus index) {
        return index.state() != IndexState.BUILDING || index.asOf() != null;
    }

    private void check(List<IndexStatus> indexes) {
        for (var index : indexes) {
            if (index.state() == IndexState.FAILED) {
                terminal.note(terminal.errColors().yellow("warning: ") + index.service() + " could not index: "
                        + index.message());
            } else if (!answers(index)) {
                terminal.note(terminal.errColors().yellow("warning: ")
                        + index.service()
                        + " has not finished reading the directory (%d of %d files); not waiting any longer"
                                .formatted(index.filesDone(), index.filesTotal()));
            }
        }
        if (indexes.isEmpty() || indexes.stream().allMatch(index -> index.state() == IndexState.FAILED)) {
            throw Failure.service("None of the services could index the workspace. See `bolt status` and `bolt logs`.");
        }
    }

    private static double share(List<IndexStatus> indexes) {
        double sum = 0;
        for (var index : indexes) {
            double files = index.filesTotal() == 0 ? 0 : (double) index.filesDone() / index.filesTotal();
            sum += index.state() == IndexState.BUILDING ? files : 1;
        }
        return sum / SERVICES;
    }

    private static String text(Path directory, List<IndexStatus> indexes) {
        var busy = indexes.stream()
                .filter(index -> !answers(index))
                .map(index -> index.service()
                        + (index.filesTotal() == 0 ? "" : " " + index.filesDone() + "/" + index.filesTotal()))
                .toList();
        return "indexing " + directory.getFileName() + " · " + String.join(" · ", busy);
    }

    private static String summary(Path directory, List<IndexStatus> indexes, Duration elapsed) {
        int files = indexes.stream().mapToInt(IndexStatus::filesDone).max().orElse(0);
        return "Indexed %s in %s: %s"
                .formatted(directory, Quantity.duration(elapsed.toMillis()), Quantity.count(files, "file"));
    }

    private static Workspace read(tools.jackson.databind.JsonNode answer) {
        return Json.MAPPER.treeToValue(answer, Workspace.class);
    }

    private static Duration elapsed(long began) {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }
}
