package dev.bolt.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real processes of one home, asked and disturbed.
 *
 * @param home where they keep everything
 * @param directory where commands are run
 */
record LiveBolt(Path home, Path directory) {
    /** A run of tests that is broken off leaves no service behind. */
    LiveBolt {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> killAll(home)));
    }

    private static void killAll(Path home) {
        for (String service : NAMES) {
            Path record = home.resolve("run/" + service + ".json");
            if (Files.exists(record)) {
                ProcessHandle.of(JsonMapper.shared()
                                .readTree(record.toFile())
                                .get("pid")
                                .asLong())
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** The services, those that call others last. */
    static final List<String> NAMES = List.of("search", "analysis", "einstein", "orchestrator", "gateway");

    BoltRun bolt(String... arguments) {
        return BoltRun.bolt(home, directory, arguments);
    }

    /** What a command that must succeed answers. */
    JsonNode json(String... arguments) {
        var run = bolt(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run.json();
    }

    JsonNode record(String service) {
        return JsonMapper.shared()
                .readTree(home.resolve("run/" + service + ".json").toFile());
    }

    long pid(String service) {
        return record(service).get("pid").asLong();
    }

    int port(String service) {
        return record(service).get("port").asInt();
    }

    /** The paths of files in an answer. */
    static List<String> paths(JsonNode files) {
        return files.valueStream().map(file -> file.get("path").asString()).toList();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port("gateway") + path);
    }

    /** Asks the gateway with the token; a POST if there is a body. */
    HttpResponse<String> ask(String path, String body, String deadlineMillis) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path))
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(home.resolve("token")).strip())
                .header("Content-Type", "application/json")
                .header("X-Bolt-Deadline-Ms", deadlineMillis);
        return HttpClient.newHttpClient()
                .send(
                        body.isEmpty()
                                ? request.build()
                                : request.POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** Kills it and waits until it is gone; its port is free a little later than its first thread is dead. */
    void kill(String service) {
        long pid = pid(service);
        int port = port(service);
        signal("KILL", pid);
        await().atMost(Duration.ofSeconds(30)).until(() -> !alive(pid) && !listening(port));
    }

    private static boolean listening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    void signal(String name, String service) {
        signal(name, pid(service));
    }

    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).get("code").asString())
                .isEqualTo(code);
    }

    static boolean alive(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z");
        } catch (IOException noProc) {
            return ProcessHandle.of(pid).isPresent() && Files.notExists(Path.of("/proc/self"));
        }
    }
}
