package dev.bolt.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.symbol.FileModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No source ends the process, and each gives a model unless its time is over. */
class HardSourceTest {
    /** A recursion of one plain frame a level ends the small stack before half of it; some take seconds for more. */
    private static final int DEEP = 4_000;

    private static final int SMALL_STACK_BYTES = 256 * 1024;

    @ParameterizedTest
    @EnumSource(Language.class)
    void readsNestingOfAnyDepthOnASmallStack(Language language) throws InterruptedException {
        for (String open : new String[] {
            "{",
            "(",
            "[",
            "a(",
            "if (a) {",
            "x = [",
            "class A { m() {",
            "mod a {",
            "f(|| ",
            "use {",
            "namespace a {",
            "struct A {"
        }) {
            var lines = new AtomicReference<>(0);
            Thread thread = Thread.ofPlatform()
                    .stackSize(SMALL_STACK_BYTES)
                    .start(() ->
                            lines.set(read(language, "\n" + open.repeat(DEEP)).lines()));
            thread.join();
            assertThat(lines.get()).as(open).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void readsAnEmptyFile(Language language) {
        FileModel model = read(language, "");
        assertThat(model.symbols()).isEmpty();
        assertThat(model.lines()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void readsBytesThatAreNoText(Language language) {
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        assertThat(language.read("noise", noise, Duration.ofMinutes(1))).isPresent();
    }

    @Test
    void readsTwoMegabytesOnOneLine() {
        String minified = "function f(a){return a+1}".repeat(80_000);
        assertThat(read(Language.JAVASCRIPT, minified).symbols()).hasSize(80_000);
    }

    @Test
    void knowsWhatToolsHaveWritten() {
        assertThat(Language.isMinified("function f(a){return a+1}".repeat(1_000).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(Language.isMinified(
                        "function f(a){return a+1}\n".repeat(1_000).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(Language.isMinified("const short = 1;".repeat(100).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        byte[] source = "a(b);".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThat(Language.JAVASCRIPT.read("late.js", source, Duration.ZERO)).isEmpty();
    }

    private static FileModel read(Language language, String source) {
        return language.read("x", source.getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(1))
                .orElseThrow();
    }
}
