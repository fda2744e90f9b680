package dev.bolt.platform.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AboutTestsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "which tests cover refunds",
                "the tmp_path fixture",
                "Testing of carts",
                "The cart is wrong. Why does test_total not find it?",
                "please add a few more tests of the cart to the suite that we have",
                "write unit tests for every discount that the till knows of"
            })
    void hearsThatTestsAreAskedFor(String question) {
        assertThat(AboutTests.asks(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fix remaining test failures in Python 3.14 by adjusting `path_to_url`.",
                "Where is the rate read? The tests fail since the last release.",
                "Fixed a crash of pytest when a fixture is overridden in a nested folder.",
                "Exceptions no longer keep fixtures from being torn down.\n\nThey caused errors in the tests that followed.",
                "The test run hangs after the last test has ended. Why?"
            })
    void isNotMovedByAMention(String question) {
        assertThat(AboutTests.asks(question)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the latest contest", "attestation"})
    void knowsWordsThatOnlyContainOne(String question) {
        assertThat(AboutTests.asks(question)).isFalse();
    }

    @Test
    void staysLinearOnLongText() {
        assertThat(AboutTests.asks("tests ".repeat(5_000) + "?")).isTrue();
    }
}
