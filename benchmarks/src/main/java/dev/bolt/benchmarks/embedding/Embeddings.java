package dev.bolt.benchmarks.embedding;

import ai.onnxruntime.OrtException;
import com.sun.management.OperatingSystemMXBean;
import dev.bolt.benchmarks.client.Score;
import dev.bolt.einstein.chunk.Chunk;
import dev.bolt.einstein.chunk.ChunkProperties;
import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.einstein.embed.Accelerator;
import dev.bolt.einstein.embed.EmbedProperties;
import dev.bolt.einstein.embed.OnnxEmbedder;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chunks a second, and chunks a second of processor time, of a source tree: einstein's embedder (tokens, network,
 * pooling) and the bare runtime in turns, two callers each; then transformers.js with the same weights, if
 * {@code NODE_MODULES} names the folder it is installed in.
 */
public final class Embeddings {
    private static final int MAX_TOKENS = 256;
    private static final int CALLERS = 2;
    private static final int ROUNDS = 5;
    private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    private final Path folder;
    private final List<String> texts;
    private final Map<String, List<Double>> walls = new LinkedHashMap<>();
    private final Map<String, List<Double>> costs = new LinkedHashMap<>();

    private Embeddings(Path folder, List<String> texts) {
        this.folder = folder;
        this.texts = texts;
    }

    /** Arguments: folder to work in, how many chunks, source tree. */
    public static void main(String[] arguments) throws IOException, InterruptedException, OrtException {
        if (arguments.length != 3) {
            System.err.println(
                    "Usage: benchmarks/run embeddings WORK_DIR CHUNKS TREE; NODE_MODULES has transformers.js");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        new Embeddings(folder, texts(Path.of(arguments[2]), Integer.parseInt(arguments[1]))).run();
    }

    private static List<String> texts(Path tree, int wanted) throws IOException {
        var chunker = new Chunker(new ChunkProperties(40, 10, 80));
        List<String> all = new ArrayList<>();
        for (WorkspaceFile file :
                WorkspaceWalk.of(tree, WalkOptions.defaults()).walk().files()) {
            SourceText.read(file.absolute(), 2 << 20)
                    .ifPresent(text -> chunker.chunk(file.path(), text).stream()
                            .map(Chunk::input)
                            .forEach(all::add));
        }
        int count = Math.min(wanted, all.size());
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }

    private void run() throws IOException, InterruptedException, OrtException {
        byte[] network = resource(WEIGHTS);
        byte[] tokenizer = resource(TOKENIZER);
        var settings = new EmbedProperties("minilm", Accelerator.CPU, CALLERS, MAX_TOKENS, 0);
        try (var einstein = OnnxEmbedder.load(settings, folder.resolve("natives"));
                var bare = new BareRuntime(network, tokenizer, texts, MAX_TOKENS)) {
            System.out.printf("%d chunks, %.0f tokens on average%n%n", texts.size(), bare.meanTokens());
            for (int round = 0; round < ROUNDS; round++) {
                measure("ONNX Runtime alone", bare::run);
                measure("einstein's embedder", text -> einstein.embed(texts.get(text)));
            }
        }
        System.out.println("| | chunks/s | chunks a cpu-second |");
        System.out.println("|---|--:|--:|");
        walls.keySet()
                .forEach(name -> tell(
                        name,
                        texts.size() / Score.quantile(walls.getOrDefault(name, List.of()), 0.01),
                        texts.size() / Score.quantile(costs.getOrDefault(name, List.of()), 0.01)));
        peer(network, tokenizer);
    }

    private static void tell(String name, double wall, double cost) {
        System.out.printf("| %s | %.1f | %.1f |%n", name, wall, cost);
    }

    private void measure(String name, IntConsumer embed) throws InterruptedException {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var next = new AtomicInteger();
        List<Thread> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> Thread.ofPlatform().unstarted(() -> {
                    for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
                        embed.accept(i);
                    }
                }))
                .toList();
        long beganCpu = machine.getProcessCpuTime();
        long began = System.nanoTime();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        walls.computeIfAbsent(name, any -> new ArrayList<>()).add((System.nanoTime() - began) / 1e9);
        costs.computeIfAbsent(name, any -> new ArrayList<>()).add((machine.getProcessCpuTime() - beganCpu) / 1e9);
    }

    private void peer(byte[] network, byte[] tokenizer) throws IOException, InterruptedException {
        String modules = System.getenv("NODE_MODULES");
        if (modules == null) {
            System.out.println("| transformers.js (skipped: no NODE_MODULES) | | |");
            return;
        }
        Path model = folder.resolve("models/minilm");
        Files.createDirectories(model.resolve("onnx"));
        Files.write(model.resolve("onnx/model_quantized.onnx"), network);
        Files.writeString(model.resolve("tokenizer.json"), unbound(tokenizer));
        Files.writeString(
                model.resolve("tokenizer_config.json"),
                ("{\"tokenizer_class\":\"BertTokenizer\",\"model_max_length\":%d,\"do_lower_case\":true,"
                                + "\"pad_token\":\"[PAD]\",\"unk_token\":\"[UNK]\",\"cls_token\":\"[CLS]\",\"sep_token\":\"[SEP]\"}")
                        .formatted(MAX_TOKENS));
        Files.writeString(
                model.resolve("config.json"),
                "{\"model_type\":\"bert\",\"architectures\":[\"BertModel\"],\"hidden_size\":384,\"num_hidden_layers\":6,"
                        + "\"num_attention_heads\":12,\"vocab_size\":30522,\"max_position_embeddings\":512}");
        Files.writeString(folder.resolve("texts.json"), JsonMapper.shared().writeValueAsString(texts));
        Path project = Path.of(modules).toAbsolutePath().resolve("..").normalize();
        Path script = project.resolve("bolt-peer.mjs");
        Files.write(script, resource("/embedding/peer.mjs"));
        new ProcessBuilder("node", script.toString(), folder.toString())
                .directory(project.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Without the shipped padding and truncation to 128 tokens, as einstein uses it. */
    private static String unbound(byte[] tokenizer) {
        var json = (ObjectNode) JsonMapper.shared().readTree(tokenizer);
        json.putNull("padding");
        json.putNull("truncation");
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Embeddings.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("No resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
