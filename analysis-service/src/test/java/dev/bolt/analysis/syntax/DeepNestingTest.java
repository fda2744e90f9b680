package dev.bolt.analysis.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.analysis.finding.PythonRules;
import dev.bolt.analysis.symbol.PythonModel;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything runs on a stack of 1 MiB. */
class DeepNestingTest {
    private static final long STACK_BYTES = 1024 * 1024;

    @Test
    void readsLongChainsWithoutAProblem() throws Exception {
        assertThat(problems(repeat("a + ", 20_000) + "a")).isZero();
        assertThat(problems("a" + repeat(".b()", 5_000))).isZero();
        assertThat(problems(repeat("-", 5_000) + "a")).isZero();
        assertThat(problems(repeat("not ", 5_000) + "a")).isZero();
        assertThat(problems("a" + repeat("[0]", 5_000))).isZero();
        assertThat(problems("a" + repeat(" ** a", 5_000))).isZero();
        assertThat(problems("a" + repeat(" if b else a", 5_000))).isZero();
        assertThat(problems("a" + repeat(" < a", 5_000))).isZero();
        assertThat(problems("if a: pass\n" + repeat("elif a: pass\n", 3_000))).isZero();
        assertThat(problems(repeat("'a' ", 5_000))).isZero();
        assertThat(problems("x = " + repeat("y = ", 5_000) + "1")).isZero();
    }

    /** Each part of a chain is a use: if all told what stands before them, a small file would fill the memory. */
    @Test
    void usesOfALongChainTakeNoMoreThanItsLength() {
        String source = "x = a" + repeat(".b", 20_000);
        var model = PythonModel.of("a.py", PythonParser.parse(source.getBytes(StandardCharsets.UTF_8)));
        int letters =
                model.uses().stream().mapToInt(use -> use.receiver().length()).sum();
        assertThat(letters).isLessThan(source.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                "a(",
                "a[",
                "lambda: ",
                "{0: ",
                "f'{",
                "[x for x in ",
                "(yield ",
                "[*",
                "a(*",
                "x = yield ("
            })
    void namesNestingThatIsTooDeepAndGoesOn(String opening) throws Exception {
        assertThat(problems(repeat(opening, 5_000) + "\ndef after(): pass\n")).isPositive();
    }

    @Test
    void readsNestingAsDeepAsCPythonDoes() throws Exception {
        assertThat(problems(repeat("(", 199) + repeat(")", 199))).isZero();
        assertThat(problems(nestedBlocks(99))).isZero();
        assertThat(problems(nestedBlocks(500))).isPositive();
        assertThat(problems("match a:\n case " + repeat("[", 5_000) + ": pass")).isPositive();
    }

    private static String nestedBlocks(int levels) {
        return IntStream.range(0, levels)
                        .mapToObj(level -> " ".repeat(level) + "if a:\n")
                        .collect(Collectors.joining())
                + " ".repeat(levels)
                + "pass\n";
    }

    private static String repeat(String text, int times) {
        return text.repeat(times);
    }

    private static int problems(String source) throws Exception {
        var problems = new AtomicReference<Integer>();
        var failure = new AtomicReference<Throwable>();
        Thread thread = Thread.ofPlatform().stackSize(STACK_BYTES).start(() -> {
            try {
                Module module = PythonParser.parse(source);
                var model = PythonModel.of("deep.py", module);
                new PythonRules(new FindingProperties(10, 100, 7, 30, 15, 5, 10, Set.of())).check(module, model);
                problems.set(module.problems().size());
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
        thread.join();
        assertThat(failure.get()).isNull();
        return problems.get();
    }
}
