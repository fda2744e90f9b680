package dev.bolt.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bolt.cli.client.Json;
import dev.bolt.cli.console.Failure;
import dev.bolt.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five real processes, started and stopped. */
class FleetTest {
    /** A built checkout, and a home in which it is unpacked: what most tests begin with a copy of. */
    @TempDir
    private static Path prepared;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Home home;
    private Fleet fleet;

    @BeforeAll
    static void unpacks() throws IOException {
        var home = new Home(prepared.resolve("home"));
        home.create();
        FakeService.checkout(prepared.resolve("checkout"));
        new Layout(home, distribution(prepared)).prepare(List.of(Service.values()));
    }

    @BeforeEach
    void checkout() throws IOException {
        try (var tree = Files.walk(prepared)) {
            for (Path path : tree.skip(1).toList()) {
                Files.copy(path, folder.resolve(prepared.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        home = new Home(folder.resolve("home"));
        fleet = fleet();
        List<Integer> quiet = quietPorts();
        for (var service : Service.values()) {
            int port = quiet.get(service.ordinal());
            fleet.registry().write(new ProcessRecord(service.label(), 0, Instant.EPOCH, port, "x", Map.of()));
        }
    }

    /** Free ones below those that systems give to clients, so that no other program comes by one. */
    private static List<Integer> quietPorts() {
        int first = 12_000 + (int) (ProcessHandle.current().pid() % 20_000);
        return IntStream.range(first, 32_768)
                .filter(Ports::free)
                .limit(Service.values().length)
                .boxed()
                .toList();
    }

    @AfterEach
    void nothingIsLeft() {
        var records = Arrays.stream(Service.values())
                .flatMap(service -> fleet.registry().last(service).stream())
                .toList();
        fleet.down();
        await().untilAsserted(() -> assertThat(records) // who adopted them may take a moment to bury them
                .allMatch(record -> record.process().isEmpty()));
    }

    @Test
    void startsFiveServicesAndStopsThem() {
        assertThat(fleet.complete()).isFalse();
        assertThat(fleet.up()).containsExactly(Service.values());
        assertThat(fleet.complete()).isTrue();
        assertThat(text()).contains("✓ search ").contains("✓ gateway ");
        assertThat(fleet.down()).hasSize(5);
        assertThat(fleet.complete()).isFalse();
    }

    @Test
    void aSecondUpStartsNothing() {
        fleet.up();
        var before = record(Service.SEARCH);
        assertThat(fleet.up()).isEmpty();
        assertThat(record(Service.SEARCH)).isEqualTo(before);
    }

    @Test
    void startsACrashedSiblingAloneOnItsOldPort() {
        fleet.up();
        var before = record(Service.SEARCH);
        kill(before);
        assertThat(fleet.up()).containsExactly(Service.SEARCH);
        assertThat(record(Service.SEARCH).port()).isEqualTo(before.port());
        assertThat(record(Service.SEARCH).pid()).isNotEqualTo(before.pid());
    }

    @Test
    void clearsAwayWhatAKilledServiceLeftInItsScratchFolder() throws IOException {
        fleet.up();
        Path left = home.cache().resolve("tmp/search/native-1/lib.so");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "left");
        kill(record(Service.SEARCH));
        fleet.up();
        assertThat(left).doesNotExist();
        assertThat(home.cache().resolve("tmp/search")).isEmptyDirectory();
    }

    @Test
    void tellsCallersWhenASiblingHadToMove() throws IOException {
        fleet.up();
        var before = record(Service.SEARCH);
        kill(before);
        try (var _ = new ServerSocket(before.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(fleet.up()).containsExactly(Service.SEARCH, Service.ORCHESTRATOR, Service.GATEWAY);
        }
        assertThat(record(Service.GATEWAY).callees())
                .containsEntry(
                        "search", "http://127.0.0.1:" + record(Service.SEARCH).port());
    }

    /** An address that was written into an editor's settings stays right. */
    @Test
    void comesBackOnTheSamePortsAfterADown() {
        fleet.up();
        List<Integer> before = ports();
        assertThat(fleet.down()).hasSize(5);
        assertThat(fleet.down()).isEmpty();
        assertThat(fleet().up()).hasSize(5);
        assertThat(ports()).isEqualTo(before);
    }

    private List<Integer> ports() {
        return Arrays.stream(Service.values())
                .map(service -> record(service).port())
                .toList();
    }

    @Test
    void aPidThatNowBelongsToAnotherIsNoService() {
        home.create();
        var stranger = new ProcessRecord("search", ProcessHandle.current().pid(), Instant.EPOCH, 1, "x", Map.of());
        fleet.registry().write(stranger);
        assertThat(fleet.registry().running(Service.SEARCH)).isEmpty();
        assertThat(fleet.up()).contains(Service.SEARCH);
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void aNewBuildReplacesTheOldProcess() throws IOException {
        fleet.up();
        var before = record(Service.ANALYSIS);
        var jar = folder.resolve("checkout/analysis-service/target/analysis-service-0.1.0-exec.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(fleet.up()).containsExactly(Service.ANALYSIS);
        assertThat(record(Service.ANALYSIS).port()).isEqualTo(before.port());
    }

    @Test
    void oneThatDiesTakesTheAttemptWithItAndShowsItsLog() throws IOException {
        Files.createDirectories(home.path());
        Files.writeString(home.path().resolve("die-einstein-service-0.1.0-exec.jar"), "");
        assertThatThrownBy(fleet::up)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(Failure.SERVICE))
                .hasMessageContaining("einstein died while starting")
                .hasMessageContaining("I cannot go on");
        assertThat(Service.values())
                .allMatch(service -> fleet.registry().running(service).isEmpty());
    }

    @Test
    void startsAHungServiceAgain() throws Exception {
        fleet.up();
        var before = record(Service.EINSTEIN);
        hang(before);
        assertThat(fleet.up()).containsExactly(Service.EINSTEIN);
        assertThat(text()).contains("einstein does not answer: starting it again");
    }

    @Test
    void aHungGatewayDoesNotAnswerUntilUpReplacesIt() throws Exception {
        fleet.up();
        assertThat(fleet.answers()).isTrue();
        hang(record(Service.GATEWAY));
        assertThat(fleet.complete()).isTrue();
        assertThat(fleet.answers()).isFalse();
        assertThat(fleet.up()).containsExactly(Service.GATEWAY);
        assertThat(fleet.answers()).isTrue();
    }

    @Test
    void keepsTheLogOfTheStartBefore() {
        fleet.up();
        fleet.down();
        fleet.up();
        assertThat(home.logs().resolve("search.log.1")).content().contains("ready");
    }

    @Test
    void whatCannotBeUnpackedIsSaidWithTheRoomThereIsAndLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("checkout/gateway/target/gateway-0.1.0-exec.jar"), "no jar");
        assertThatThrownBy(fleet::up)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Cannot unpack gateway into " + home.cache())
                .hasMessageContaining("MB are free");
        assertThat(home.cache()).isDirectoryNotContaining("glob:**-part");
    }

    @Test
    void aServiceThatIsNotBuiltIsNamed() throws IOException {
        Files.delete(folder.resolve("checkout/gateway/target/gateway-0.1.0-exec.jar"));
        assertThatThrownBy(fleet::up).isInstanceOf(Failure.class).hasMessageContaining("gateway is not built");
        FakeService.checkout(folder.resolve("checkout"));
    }

    private ProcessRecord record(Service service) {
        return fleet.registry().running(service).orElseThrow();
    }

    private static void kill(ProcessRecord record) {
        var process = record.process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it and waits until it does: a busy machine delivers the signal late. */
    private void hang(ProcessRecord record) throws Exception {
        new ProcessBuilder("kill", "-STOP", String.valueOf(record.pid()))
                .start()
                .waitFor();
        await().atMost(Duration.ofSeconds(30)).until(() -> !fleet.ready(record));
    }

    private Fleet fleet() {
        return new Fleet(
                home, distribution(folder), Json.MAPPER, Terminal.plain(said, said), false, Duration.ofSeconds(3));
    }

    private static Distribution distribution(Path folder) {
        return new Distribution(folder.resolve("checkout"), Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
