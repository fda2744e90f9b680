package dev.bolt.orchestrator.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.SourceSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {
    @Test
    void findsNamesOfCode() {
        Understanding asked =
                Reader.read("Why does `Session.send` ignore max_redirects in HTTPAdapter and getEncoding()?");
        assertThat(asked.identifiers()).contains("Session.send", "max_redirects", "getEncoding");
        assertThat(asked.intent()).isEqualTo("explain");
    }

    @Test
    void readsAPythonTraceInnermostFirst() {
        Understanding asked = Reader.read("""
                Traceback (most recent call last):
                  File "/usr/lib/app/cli.py", line 10, in main
                  File "/usr/lib/app/core.py", line 42, in run
                ValueError: invalid literal for int() with base 10
                """);
        assertThat(asked.frames())
                .containsExactly(
                        new SourceSpan("/usr/lib/app/core.py", 42, 42), new SourceSpan("/usr/lib/app/cli.py", 10, 10));
        assertThat(asked.quoted()).contains("invalid literal for int() with base 10");
        assertThat(asked.intent()).isEqualTo("debug");
    }

    @Test
    void readsJavaAndJavaScriptFrames() {
        assertThat(Reader.read("at com.shop.Cart.total(Cart.java:17)").frames())
                .containsExactly(new SourceSpan("Cart.java", 17, 17));
        assertThat(Reader.read("at render (src/app/view.js:3:14)").frames())
                .containsExactly(new SourceSpan("src/app/view.js", 3, 3));
    }

    @Test
    void findsPathsAndQuotedStrings() {
        Understanding asked = Reader.read("src/shop/cart.py prints \"cannot find the basket\", why?");
        assertThat(asked.paths()).containsExactly("src/shop/cart.py");
        assertThat(asked.quoted()).containsExactly("cannot find the basket");
    }

    @Test
    void tellsIntentsApart() {
        assertThat(Reader.read("make the importer faster").intent()).isEqualTo("optimize");
        assertThat(Reader.read("split the Order class").intent()).isEqualTo("refactor");
        assertThat(Reader.read("what breaks if I change the parser").intent()).isEqualTo("impact");
        assertThat(Reader.read("add support for webhooks").intent()).isEqualTo("feature");
        Understanding both = Reader.read("where are request timeouts computed and who uses them?");
        assertThat(both.intent()).isEqualTo("explain");
        assertThat(both.wantsUsers()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which tests cover refunds",
                "the tmp_path fixture",
                "The cart is wrong. Why does test_total not find it?",
                "please add a few more tests of the cart to the suite that we have",
                "write unit tests for every discount that the till knows of"
            })
    void hearsThatTestsAreAskedFor(String question) {
        assertThat(Reader.read(question).aboutTests()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fix remaining test failures in Python 3.14 by adjusting `path_to_url`.",
                "Where is the rate read? The tests fail since the last release.",
                "Fixed a crash of pytest when a fixture is overridden in a nested folder.",
                "the latest contest"
            })
    void doesNotTakeAMentionOfTestsForAQuestionAboutThem(String question) {
        assertThat(Reader.read(question).aboutTests()).isFalse();
    }

    @Test
    void staysLinearOnLongText() {
        assertThat(Reader.read("tests ".repeat(5_000) + "?").aboutTests()).isTrue();
        assertThat(Reader.read("a.".repeat(16_000)).words()).isEmpty();
        assertThat(Reader.read("/x".repeat(16_000)).paths()).isEmpty();
        assertThat(Reader.read("at " + "(".repeat(30_000)).frames()).isEmpty();
    }
}
