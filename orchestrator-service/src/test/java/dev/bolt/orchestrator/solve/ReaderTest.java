package dev.bolt.orchestrator.solve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.SourceSpan;
import org.junit.jupiter.api.Test;

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

    @Test
    void hearsThatTestsAreAskedForAndNotThatTheyAreMentioned() {
        assertThat(Reader.read("which tests cover refunds").aboutTests()).isTrue();
        assertThat(Reader.read("Where is the rate read? The tests fail.").aboutTests())
                .isFalse();
    }

    @Test
    void staysLinearOnLongText() {
        assertThat(Reader.read("a.".repeat(16_000)).words()).isEmpty();
        assertThat(Reader.read("/x".repeat(16_000)).paths()).isEmpty();
        assertThat(Reader.read("at " + "(".repeat(30_000)).frames()).isEmpty();
    }
}
