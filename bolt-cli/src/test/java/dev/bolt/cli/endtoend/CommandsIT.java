package dev.bolt.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What every command prints, of a repository, of bad input and of odd repositories; the last one stops all. */
@Order(3)
@ExtendWith(SharedBolt.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsIT {
    private static final LiveBolt live = SharedBolt.live();
    private static final Path shop = live.directory();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void runs() {
        SharedBolt.running();
    }

    @Test
    @Order(1)
    void statusShowsFiveServicesAndTheWorkspace() {
        var run = live.bolt("status", "--json");
        assertThat(run.code()).as(run.out()).isZero();
        assertThat(run.json().get("services"))
                .hasSize(5)
                .allMatch(row -> row.get("state").asString().equals("ready"));
        assertThat(run.json().get("workspaces").get(0).get("path").asString()).isEqualTo(shop.toString());
        assertThat(live.bolt("doctor").code()).isZero();
        assertThat(live.bolt("up").out()).contains("runs already");
    }

    @Test
    @Order(2)
    void searchPrintsWhatRipgrepPrints() {
        assumeTrue(ripgrep(), "no ripgrep on the PATH");
        for (var arguments : List.of(
                List.of("compute_timeout"),
                List.of("-i", "TIMEOUT"),
                List.of("-w", "timeout", "-g", "*.py"),
                List.of("-c", "import"),
                List.of("-l", "return"),
                List.of("-o", "[a-z]+_timeout"),
                List.of("-C", "1", "class Client"),
                List.of("-F", "(self,"),
                List.of("-v", "e", "-t", "py"),
                List.of("-uu", "compute_timeout"),
                List.of("return", "net"),
                List.of("x=1"))) {
            var ours = new ArrayList<>(List.of("search"));
            ours.addAll(arguments);
            var theirs = new ArrayList<>(List.of("rg", "--no-config", "-n", "--sort", "path"));
            theirs.addAll(arguments);
            var expected = BoltRun.program(shop, theirs.toArray(String[]::new));
            var run = live.bolt(ours.toArray(String[]::new));
            assertThat(run.out()).as(arguments + run.err()).isEqualTo(expected.out());
            assertThat(run.code()).isEqualTo(expected.code());
        }
    }

    @Test
    @Order(3)
    void theOtherCommandsAnswer() {
        assertThat(live.json("search", "compute_timeout", "--json")
                        .get("matchedFiles")
                        .asInt())
                .isEqualTo(3);
        assertThat(live.json("symbols", "compute_timeout", "--json")
                        .get("symbols")
                        .get(0)
                        .get("qualifiedName")
                        .asString())
                .isEqualTo("compute_timeout");
        assertThat(live.json("deps", "net/client.py", "--json")
                        .get("dependencies")
                        .get(0)
                        .get("to")
                        .asString())
                .isEqualTo("net/timeout.py");
        assertThat(live.json("cycles", "--json").get("cycles").get(0).get("paths"))
                .hasSize(2);
        assertThat(LiveBolt.paths(
                        live.json("impact", "net/timeout.py", "--json").get("affected")))
                .contains("net/client.py", "shop/cart.py", "tests/test_timeout.py");
        assertThat(LiveBolt.paths(live.json("analyze", "net", "--json").get("files")))
                .contains("net/timeout.py");
        assertThat(live.json("similar", "how long to wait for an answer", "--json")
                        .get("chunks"))
                .isNotEmpty();
        assertThat(live.json("similar", "--like", "net/timeout.py:1-4", "--kind", "function", "--json")
                        .get("chunks"))
                .isNotEmpty()
                .allMatch(chunk -> chunk.get("kind").asString().equals("function"))
                .noneMatch(chunk -> chunk.get("span").get("path").asString().equals("net/timeout.py")
                        && chunk.get("span").get("startLine").asInt() <= 4);
        assertThat(live.json("similar", "timeout", "-g", "tests/**", "--changed-within", "1h", "--json")
                        .get("files"))
                .isNotEmpty()
                .allMatch(file -> file.get("path").asString().startsWith("tests/"));
        assertThat(live.bolt("symbols", "no_such_symbol").code()).isEqualTo(1);
        assertThat(live.bolt("search", "no such text").code()).isEqualTo(1);
    }

    @Test
    @Order(4)
    void badInputGetsAMessageAndNoStackTrace() throws IOException {
        refused("no directory", "solve", SharedBolt.QUESTION, "--workspace", "/no/such/place");
        refused(
                "not a directory",
                "solve",
                SharedBolt.QUESTION,
                "-w",
                shop.resolve("README.md").toString());
        refused("empty", "solve", "  ");
        refused("question", "solve", "x".repeat(100_000));
        refused("", "search", "(unclosed");
        refused("--like", "similar", "--like", "net/timeout.py");
        refused("text", "similar");
        refused("klingon", "similar", "x", "--language", "klingon");
        refused("7d", "similar", "x", "--changed-within", "soon");
        refused("", "deps", "no/such/file.py");
        refused("", "deps", "../../etc/passwd");
        refused("--help", "solve", SharedBolt.QUESTION, "--no-such-option");
        refused("FILE", "impact", "--json");
        var blocked = BoltRun.bolt(Path.of("/proc/no-home"), shop, "up");
        assertThat(blocked.code()).isEqualTo(4);
        assertThat(blocked.err()).contains("Cannot write to /proc/no-home").doesNotContain("\tat ");
    }

    @Test
    @Order(5)
    void repositoriesWithoutTextAreAnsweredHonestly() throws IOException {
        var empty = Files.createDirectories(folder.resolve("empty"));
        var binary = Files.createDirectories(folder.resolve("binary"));
        SampleRepository.write(binary.resolve("a.bin"), new byte[100_000]);
        var large = Files.createDirectories(folder.resolve("large"));
        SampleRepository.write(large.resolve("small.py"), "def needle(): pass\n".getBytes());
        SampleRepository.write(
                large.resolve("big.py"), "value = 1\n".repeat(10_500_000).getBytes());
        var latin = Files.createDirectories(folder.resolve("latin"));
        SampleRepository.write(
                latin.resolve("latin.py"),
                "def needle():\n    return 'd\u00e9j\u00e0'\n".getBytes(StandardCharsets.ISO_8859_1));
        for (var repository : List.of(empty, binary)) {
            var run = BoltRun.bolt(live.home(), repository, "solve", SharedBolt.QUESTION);
            assertThat(run.code()).as(run.err()).isEqualTo(1);
            assertThat(run.err()).doesNotContain("\tat ");
            assertThat(BoltRun.bolt(live.home(), repository, "search", "x").code())
                    .isEqualTo(1);
        }
        var run = BoltRun.bolt(live.home(), large, "symbols", "needle");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(BoltRun.bolt(live.home(), large, "search", "needle").out())
                .isEqualTo("small.py:1:def needle(): pass\n");
        assertThat(BoltRun.bolt(live.home(), latin, "search", "needle").out()).isEqualTo("latin.py:1:def needle():\n");
        var answer = BoltRun.bolt(live.home(), latin, "solve", "where is needle?");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("latin.py:1", "Not Python 3: bytes that are not UTF-8");
    }

    @Test
    @Order(6)
    void theGatewayWantsItsToken() throws Exception {
        var request = HttpRequest.newBuilder(live.address("/v1/workspaces")).build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        LiveBolt.assertProblem(answer, 401, "UNAUTHORIZED");
    }

    @Test
    @Order(7)
    void downStopsAll() {
        var ran = LiveBolt.NAMES.stream().map(live::pid).toList();
        assertThat(ran).allMatch(LiveBolt::alive);
        assertThat(live.bolt("down").out())
                .contains("Stopped")
                .contains("gateway")
                .contains("search");
        assertThat(ran).noneMatch(LiveBolt::alive);
        assertThat(live.bolt("down").out()).contains("Nothing ran");
        assertThat(live.bolt("status").code()).isEqualTo(1);
    }

    private static void refused(String reason, String... arguments) {
        var run = live.bolt(arguments);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err())
                .containsIgnoringCase(reason)
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    private static boolean ripgrep() {
        try {
            return new ProcessBuilder("rg", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException absent) {
            return false;
        }
    }
}
