package dev.bolt.einstein.store;

import dev.bolt.einstein.chunk.ChunkId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/**
 * Another process at a store: tries to open it and says what it was told, or, told to write, writes batches of chunks
 * and vectors until it is killed, and says after each how many there are. When it cannot write it says why, and goes on
 * when it is told a line.
 */
final class SecondProcess {
    static final int BATCH = 500;
    static final String MODEL = "model";

    private SecondProcess() {}

    public static void main(String[] args) throws IOException {
        var settings =
                new StoreProperties(DataSize.ofMegabytes(128), 1, DataSize.ofMegabytes(100), Duration.ofMinutes(5));
        try (var store = VectorStore.open(Path.of(args[0]), settings)) {
            if (args.length == 1) {
                System.out.println("opened " + store.ids("shop"));
                return;
            }
            for (int batch = 0; ; batch++) {
                writeAtLast(store, batch);
                System.out.println((batch + 1) * BATCH);
            }
        } catch (StoreException refused) {
            System.out.println(refused.getMessage());
            System.exit(3);
        }
    }

    private static void writeAtLast(VectorStore store, int batch) throws IOException {
        boolean written = false;
        while (!written) {
            try {
                write(store, batch);
                written = true;
            } catch (StoreException failure) {
                System.out.println(failure.getMessage().lines().findFirst().orElse(""));
                if (System.in.read() < 0) {
                    System.exit(4);
                }
            }
        }
    }

    private static void write(VectorStore store, int batch) {
        Map<ChunkId, float[]> vectors = new HashMap<>();
        List<ChunkRow> rows = new ArrayList<>();
        String path = batch + ".py";
        for (int i = 0; i < BATCH; i++) {
            ChunkId id = ChunkId.of(batch + " " + i);
            var vector = new float[384];
            vector[i % vector.length] = batch + 1;
            vectors.put(id, vector);
            rows.add(new ChunkRow(id.value(), "shop", path, i, null, "window", 1, 1, 0, 0));
        }
        store.replace("shop", List.of(), List.of(new SourceFileRow(path, "shop", 1, 1, 1)), rows);
        store.save(MODEL, vectors);
    }

    /** Begins one over this file. */
    static Process start(Object... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** The same as somebody who may write only what permissions allow, by setpriv(1) if this is the superuser. */
    static Process startWithoutPrivileges(Object... arguments) throws IOException {
        boolean superuser = "root".equals(System.getProperty("user.name"));
        return start(
                superuser ? List.of("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override") : List.of(),
                arguments);
    }

    private static Process start(List<String> before, Object... arguments) throws IOException {
        var all = new ArrayList<>(before);
        all.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SecondProcess.class.getName()));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return new ProcessBuilder(all).redirectErrorStream(true).start();
    }

    static BufferedReader said(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
