package dev.bolt.einstein.pause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class PausesTest {
    @TempDir
    Path system;

    @Test
    void waitsOnTheBatteryOfALaptopUntilItIsPluggedIn() throws IOException {
        supply("BAT0", "type", "Battery", "status", "Discharging");
        supply("AC", "type", "Mains", "online", "0");
        assertThat(new LinuxBattery(system).now()).contains("the machine runs on its battery");
        supply("AC", "type", "Mains", "online", "1");
        assertThat(new LinuxBattery(system).now()).isEmpty();
    }

    @Test
    void doesNotCareForTheBatteryOfAMouseOrForOneThatIsFull() throws IOException {
        supply("hidpp_battery_0", "type", "Battery", "status", "Discharging", "scope", "Device");
        supply("BAT0", "type", "Battery", "status", "Full");
        assertThat(new LinuxBattery(system).now()).isEmpty();
        assertThat(new LinuxBattery(system.resolve("none")).now()).isEmpty();
    }

    @Test
    void waitsWhileTooLittleMemoryIsAvailable() throws IOException {
        Path meminfo = Files.writeString(
                system.resolve("meminfo"), "MemTotal:       24000000 kB\nMemAvailable:     102400 kB\n");
        assertThat(new LinuxMemory(meminfo, 101L << 20).now()).contains("only 100 MB of memory are available");
        assertThat(new LinuxMemory(meminfo, 100L << 20).now()).isEmpty();
        assertThat(new LinuxMemory(system.resolve("none"), Long.MAX_VALUE).now())
                .isEmpty();
    }

    @Test
    void hearsWhatAMacSays() {
        assertThat(new MacBattery(() -> "Now drawing from 'Battery Power'\n -InternalBattery-0 80%").now())
                .isPresent();
        assertThat(new MacBattery(() -> "Now drawing from 'AC Power'\n").now()).isEmpty();
        assertThat(new MacMemory(() -> "2\n").now()).contains("the system is short of memory");
        assertThat(new MacMemory(() -> "1\n").now()).isEmpty();
        assertThat(new MacMemory(() -> "").now()).isEmpty();
    }

    @Test
    void takesTheFirstReasonThereIs() {
        var pauses = new Pauses(List.of(Optional::empty, () -> Optional.of("one"), () -> Optional.of("two")), second());
        assertThat(pauses.reason()).contains("one");
        assertThat(new Pauses(List.of(Optional::empty), second()).reason()).isEmpty();
    }

    @Test
    void looksAtWhatTheSettingsSayAndTheSystemHas() {
        var eager = new PauseProperties(false, DataSize.ofTerabytes(1), second());
        assertThat(Pauses.of(eager, System.getProperty("os.name")).reason()).isPresent();
        assertThat(Pauses.of(eager, "Windows 11").reason()).isEmpty();
        assertThat(Pauses.of(new PauseProperties(false, DataSize.ofBytes(0), second()), "Linux")
                        .reason())
                .isEmpty();
        assertThat(Pauses.of(eager, "Linux").again()).isEqualTo(second());
    }

    @Test
    void refusesSettingsOutOfTheirRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PauseProperties(true, DataSize.ofBytes(-1), second()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PauseProperties(true, DataSize.ofBytes(1), Duration.ZERO));
    }

    @Test
    void takesACommandThatIsNotThereForSilence() {
        assertThat(new Command("no-such-command-anywhere").get()).isEmpty();
        assertThat(new Command("uname").get()).isNotBlank();
    }

    private static Duration second() {
        return Duration.ofSeconds(1);
    }

    private void supply(String name, String... facts) throws IOException {
        Path folder = Files.createDirectories(system.resolve(name));
        for (int i = 0; i < facts.length; i += 2) {
            Files.writeString(folder.resolve(facts[i]), facts[i + 1] + "\n");
        }
    }
}
