package dev.bolt.gateway.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    private final Hosts hosts = new Hosts(List.of("Bolt.Example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:8080",
                "localhost:1",
                "LocalHost",
                "[::1]",
                "[::1]:8080",
                "bolt.example:80"
            })
    void answersToItsOwnNames(String host) {
        assertThat(hosts.own(host)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example:8080",
                "evil@localhost",
                "localhost:80:80",
                "localhost:x",
                "::1",
                "0.0.0.0",
                "127.0.0.2",
                "localhost evil",
            })
    void isNobodyElse(String host) {
        assertThat(hosts.own(host)).isFalse();
    }

    @Test
    void takesOriginsOfItsOwnOrNone() {
        assertThat(hosts.ownOrNone(null)).isTrue();
        assertThat(hosts.ownOrNone("http://localhost:3000")).isTrue();
        assertThat(hosts.ownOrNone("https://[::1]")).isTrue();
        assertThat(hosts.ownOrNone("null")).isFalse();
        assertThat(hosts.ownOrNone("")).isFalse();
        assertThat(hosts.ownOrNone("http://evil.example")).isFalse();
        assertThat(hosts.ownOrNone("http://localhost.evil.example")).isFalse();
        assertThat(hosts.ownOrNone("http://evil@localhost")).isFalse();
        assertThat(hosts.ownOrNone("file://localhost")).isFalse();
        assertThat(hosts.ownOrNone("http://a b")).isFalse();
    }
}
