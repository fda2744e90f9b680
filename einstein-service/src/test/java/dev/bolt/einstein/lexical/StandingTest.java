package dev.bolt.einstein.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {
    @ParameterizedTest
    @CsvSource({
        "src/pip/_internal/req.py, SOURCE",
        "src/_pytest/fixtures.py, SOURCE",
        "contest/latest.py, SOURCE",
        "tests/unit/req.py, TEST",
        "testing/example.py, TEST",
        "app/test_views.py, TEST",
        "pkg/views_test.go, TEST",
        "conftest.py, TEST",
        "web/button.spec.ts, TEST",
        "src/main/java/CartTest.java, TEST",
        "src/pip/_vendor/rich/table.py, FOREIGN",
        "node_modules/left-pad/index.js, FOREIGN",
        "api/service_pb2.py, FOREIGN",
        "static/app.min.js, FOREIGN",
    })
    void isToldByThePath(String path, Standing expected) {
        assertThat(Standing.of(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"which tests cover refunds", "the tmp_path fixture", "Testing of carts"})
    void doesNotDemoteTestsForAQuestionAboutThem(String question) {
        assertThat(Standing.aboutTests(question)).isTrue();
        assertThat(Standing.TEST.factor(true)).isEqualTo(1);
        assertThat(Standing.TEST.factor(false)).isEqualTo(0.5);
        assertThat(Standing.FOREIGN.factor(true)).isEqualTo(0.3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fix remaining test failures in Python 3.14 by adjusting `path_to_url`.",
                "Exceptions no longer keep fixtures from being torn down.\n\nThey caused errors in the tests that followed.",
                "The test run hangs after the last test has ended. Why?"
            })
    void isNotMovedByAStatementThatMentionsTests(String question) {
        assertThat(Standing.aboutTests(question)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the latest contest", "attestation"})
    void knowsWordsThatOnlyContainOne(String question) {
        assertThat(Standing.aboutTests(question)).isFalse();
    }
}
