package dev.bolt.benchmarks.model;

import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.api.analysis.SymbolApi;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.IndexApi;
import dev.bolt.api.index.IndexRequest;
import dev.bolt.api.index.IndexState;
import dev.bolt.benchmarks.client.Score;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Reads a Python tree by a running analysis-service, beside CPython and radon in the same run: the parser alone on one
 * thread; the whole model, first as the service is and then three times more; a file that is edited, comes or goes
 * until the next answer.
 */
public final class Models {
    private static final WorkspaceId ID = new WorkspaceId("bench-model");
    private static final int WARM_ROUNDS = 5;
    private static final int EDITS = 200;
    private static final int COMINGS = 100;

    /** Each question takes CPU from what it waits for: at 5 ms some 0.2 s a model. */
    private static final long POLL_NANOS = 20_000_000;

    private final IndexApi indexes;
    private final SymbolApi symbols;
    private final Path tree;
    private final Peers peers;

    private Models(String address, String secret, Path tree, String python) {
        var client = RestClient.builder()
                .baseUrl(address)
                .defaultHeader("X-Bolt-Internal", secret)
                .build();
        var proxies = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build();
        indexes = proxies.createClient(IndexApi.class);
        symbols = proxies.createClient(SymbolApi.class);
        this.tree = tree;
        this.peers = new Peers(tree, python);
    }

    /** Arguments: address of analysis-service, the file of the secret, the tree, and which CPython to compare with. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 3 || arguments.length > 4) {
            System.err.println("Usage: benchmarks/run models ADDRESS SECRET_FILE TREE [PYTHON]");
            System.exit(2);
        }
        Path tree = Path.of(arguments[2]).toRealPath();
        String secret = Files.readString(Path.of(arguments[1])).strip();
        String python = arguments.length == 4 ? arguments[3] : "python3";
        new Models(arguments[0], secret, tree, python).run();
    }

    private void run() throws IOException, InterruptedException {
        System.out.println(peers.version());
        List<Double> whole = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            indexes.drop(ID);
            whole.add(read());
        }
        Peers.Timed parsed = peers.python("parse");
        double parser = parserSeconds();
        System.out.printf(
                "Parser, CPU of one thread: CPython %.2f s (%,d files), Bolt %.2f s, ratio %.1f%n",
                parsed.cpuSeconds(), parsed.count(), parser, parsed.cpuSeconds() / parser);
        Peers.Timed graph = peers.python("graph");
        double radon = peers.radon().orElse(0.0);
        double warm = Score.quantile(whole.subList(1, whole.size()), 0.5);
        System.out.printf(
                "Model, by the clock: radon cc %s + graph of imports %.2f s (%,d edges); Bolt first %.2f s, ratio %.1f; warm %.2f s, ratio %.1f%n",
                radon > 0 ? "%.2f s".formatted(radon) : "not found",
                graph.seconds(),
                graph.count(),
                whole.getFirst(),
                (radon + graph.seconds()) / whole.getFirst(),
                warm,
                (radon + graph.seconds()) / warm);
        edits();
        comings();
        indexes.drop(ID);
    }

    private double read() {
        long began = System.nanoTime();
        indexes.build(ID, new IndexRequest(tree.toString()));
        while (indexes.status(ID).state() == IndexState.BUILDING) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private double parserSeconds() throws IOException {
        List<byte[]> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".py") && Files.isRegularFile(path))
                    .toList()) {
                sources.add(Files.readAllBytes(file));
            }
        }
        var threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < WARM_ROUNDS; i++) {
            long began = threads.getCurrentThreadCpuTime();
            for (byte[] source : sources) {
                PythonParser.parse(source);
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - began) / 1e9);
        }
        return best;
    }

    /** A file of its own in the tree, deleted in the end. */
    private void edits() throws IOException {
        Path folder = Files.createDirectory(tree.resolve("zq_bolt_edits"));
        Path file = folder.resolve("edited.py");
        List<Double> millis = new ArrayList<>();
        int wrong = 0;
        try {
            for (int i = 0; i < EDITS; i++) {
                Files.writeString(file, "import os\n\n\ndef zq_edit_%d():\n    return os.sep\n".formatted(i));
                long began = System.nanoTime();
                wrong += symbols.definitions(ID, "zq_edit_" + i, 10).total() == 1 ? 0 : 1;
                millis.add((System.nanoTime() - began) / 1e6);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
        List<Double> warm = millis.subList(EDITS / 4, EDITS);
        System.out.printf(
                "Edit to answer, %d edits: p50 %.1f ms, p99 %.1f ms, %d wrong%n",
                warm.size(), Score.quantile(warm, 0.5), Score.quantile(warm, 0.99), wrong);
    }

    /** Files that come, are asked for, go, and are asked for again; each imports and is imported by name. */
    private void comings() throws IOException {
        Path folder = Files.createDirectory(tree.resolve("zq_bolt_comings"));
        List<Double> millis = new ArrayList<>();
        int wrong = 0;
        try {
            for (int i = 0; i < COMINGS; i++) {
                Path file = folder.resolve("zq_come_%d.py".formatted(i));
                Files.writeString(
                        file, "import os\nimport zq_come_0\n\n\ndef zq_coming_%d():\n    return os.sep\n".formatted(i));
                wrong += asked(i, 1, millis);
                Files.delete(file);
                wrong += asked(i, 0, millis);
            }
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        List<Double> warm = millis.subList(COMINGS / 2, millis.size());
        System.out.printf(
                "File that comes or goes to answer, %d times: p50 %.1f ms, p99 %.1f ms, %d wrong%n",
                warm.size(), Score.quantile(warm, 0.5), Score.quantile(warm, 0.99), wrong);
    }

    private int asked(int number, int expected, List<Double> millis) {
        long began = System.nanoTime();
        boolean right = symbols.definitions(ID, "zq_coming_" + number, 10).total() == expected;
        millis.add((System.nanoTime() - began) / 1e6);
        return right ? 0 : 1;
    }
}
