package dev.bolt.einstein.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void demotesTestsUnlessTheQuestionIsAboutThem() {
        assertThat(Standing.TEST.factor(true)).isEqualTo(1);
        assertThat(Standing.TEST.factor(false)).isEqualTo(0.5);
        assertThat(Standing.FOREIGN.factor(true)).isEqualTo(0.3);
    }
}
