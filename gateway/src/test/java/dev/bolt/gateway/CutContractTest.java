package dev.bolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.bolt.platform.deadline.Deadline;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the log says of an answer that cannot be finished. */
@ExtendWith(OutputCaptureExtension.class)
class CutContractTest extends GatewayCalls {
    @Test
    void isOneLineWhenTimeRunsOutInTheMiddle(CapturedOutput output) {
        analysis.begins(100_000);
        assertThatThrownBy(() -> ask(post("/v1/cycles").header(Deadline.HEADER, "300")))
                .isInstanceOf(IOException.class);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(output.getAll().lines().filter(line -> line.contains("/v1/cycles")))
                        .singleElement()
                        .asString()
                        .contains("WARN", "POST /v1/cycles was cut: The service analysis did not answer in time"));
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void isOneLineWhenAServiceDiesInTheMiddle(CapturedOutput output) {
        analysis.breaksOff(100_000);
        assertThatThrownBy(() -> ask(post("/v1/impact"))).isInstanceOf(IOException.class);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(output).contains("POST /v1/impact was cut: The service analysis"));
        assertThat(output).doesNotContain("\tat ");
    }
}
