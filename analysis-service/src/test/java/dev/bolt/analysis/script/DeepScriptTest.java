package dev.bolt.analysis.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.script.ScriptModel.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is nested, or tried and taken back, ten thousand times, on a stack of 256 KiB. */
class DeepScriptTest {
    private static final int DEEP = 10_000;
    private static final int SMALL_STACK_BYTES = 256 * 1024;

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void noNestingOverflowsASmallStackOrTakesForever(Dialect dialect) throws InterruptedException {
        for (String open : new String[] {
            "async (",
            "<a b={",
            "class extends ",
            "function f(a = ",
            "f<{[x]: ",
            "a<b<",
            "<T>(",
            "<T,>(",
            "a ? (x): (",
            "`${",
            "x => {",
            "a = ",
            "new ",
            "a ** ",
            "type A = [",
            "if (a) ",
            "else ",
            "try {",
            "@a("
        }) {
            byte[] source = ("\n" + open.repeat(DEEP)).getBytes(StandardCharsets.UTF_8);
            var lines = new AtomicInteger();
            Thread thread = Thread.ofPlatform()
                    .stackSize(SMALL_STACK_BYTES)
                    .start(() -> lines.set(ScriptModel.of("x", dialect, source, Duration.ofMinutes(1))
                            .orElseThrow()
                            .lines()));
            thread.join();
            assertThat(lines.get()).as(open).isEqualTo(2);
        }
    }
}
