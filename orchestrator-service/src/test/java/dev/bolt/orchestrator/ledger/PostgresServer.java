package dev.bolt.orchestrator.ledger;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The machine's own PostgreSQL, 14 or newer, with an empty database on a free port, owned by a user that is not root.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port;
    private Process process;

    private PostgresServer(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Empty where none is installed, or where root has nobody to run it as. */
    public static Optional<PostgresServer> start() throws IOException, InterruptedException {
        Optional<Path> programs = programs();
        if (programs.isEmpty() || root() && !succeeds("id", "postgres")) {
            return Optional.empty();
        }
        Path data = Files.createTempDirectory("bolt-postgres");
        if (root() && !succeeds("chown", "postgres", data.toString())) {
            return Optional.empty();
        }
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var server = new PostgresServer(programs.get(), data, port);
        if (!succeeds(asUser(List.of(
                server.programs.resolve("initdb").toString(),
                "--pgdata=" + data.resolve("db"),
                "--auth=trust",
                "--username=bolt",
                "--no-locale",
                "--encoding=UTF8",
                "--no-sync")))) {
            throw new IOException("initdb failed");
        }
        server.run();
        return Optional.of(server);
    }

    /** Settings of a ledger in that schema of it. */
    public LedgerProperties ledger(String schema, Duration patience) {
        return new LedgerProperties(url(), "bolt", "", schema, patience);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** Starts it, again after it was killed. */
    void run() throws IOException {
        process = new ProcessBuilder(asUser(List.of(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.resolve("db").toString(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "recovery_init_sync_method=syncfs",
                        "-c",
                        "max_connections=10",
                        "-c",
                        "shared_buffers=8MB")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(this::answers);
    }

    /** As a machine that loses its power would, as far as processes can. */
    void kill() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        await().atMost(Duration.ofSeconds(60)).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url(), "bolt", "")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            if (!process.isAlive()) {
                throw new IllegalStateException("PostgreSQL ended with " + process.exitValue(), notYet);
            }
            return false;
        }
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (var versions = Files.list(VERSIONS)) {
            return versions.filter(version -> version.getFileName().toString().matches("1[4-9]|2\\d"))
                    .map(version -> version.resolve("bin"))
                    .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> asUser(List<String> command) {
        if (!root()) {
            return command;
        }
        var all = new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
        all.addAll(command);
        return all;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return succeeds(List.of(command));
    }

    private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean succeeded = process.waitFor() == 0;
        if (!succeeded) {
            System.err.println(said);
        }
        return succeeded;
    }
}
