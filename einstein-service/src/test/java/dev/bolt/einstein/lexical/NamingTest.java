package dev.bolt.einstein.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamingTest {
    private final Naming naming = Naming.of("Sends all requests of a session");

    @Test
    void sharesTheWordsOfTheLastName() {
        assertThat(naming.share("Session.sendAll")).isEqualTo(1);
        assertThat(naming.share("Session.send_none")).isEqualTo(0.5);
        assertThat(naming.share("Session.close")).isZero();
    }

    @Test
    void sharesNothingWithoutAName() {
        assertThat(naming.share(null)).isZero();
        assertThat(naming.share("Session.__")).isZero();
    }
}
