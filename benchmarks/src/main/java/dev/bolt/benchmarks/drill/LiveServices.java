package dev.bolt.benchmarks.drill;

import dev.bolt.benchmarks.client.Bolt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The processes of one Bolt that runs, to be disturbed.
 *
 * @param launcher the script {@code bolt}
 * @param home its {@code BOLT_HOME}
 */
record LiveServices(Path launcher, Path home) {
    private static final long MINUTES = 3;

    /** Asks through the gateway. */
    Bolt client() throws IOException {
        return new Bolt(address(), token());
    }

    /** Of the gateway. */
    String address() {
        return "http://127.0.0.1:" + record("gateway").path("port").asInt();
    }

    /** The gateway's. */
    String token() throws IOException {
        return Files.readString(home.resolve("token")).strip();
    }

    /** Starts what does not run. */
    void up() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(launcher.toString(), "up");
        builder.environment().put("BOLT_HOME", home.toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process up = builder.start();
        if (!up.waitFor(MINUTES, TimeUnit.MINUTES) || up.exitValue() != 0) {
            throw new IOException("bolt up did not succeed");
        }
    }

    /** Kills it at once and waits until it is gone. */
    void kill(String service) throws InterruptedException {
        ProcessHandle process = ProcessHandle.of(pid(service)).orElseThrow();
        process.destroyForcibly();
        while (process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    void signal(String name, String service) throws IOException, InterruptedException {
        new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(pid(service))))
                .start()
                .waitFor();
    }

    /** Its process. */
    long pid(String service) {
        return record(service).path("pid").asLong();
    }

    private JsonNode record(String service) {
        return JsonMapper.shared()
                .readTree(home.resolve("run/" + service + ".json").toFile());
    }
}
