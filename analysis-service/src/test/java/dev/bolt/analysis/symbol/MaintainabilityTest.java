package dev.bolt.analysis.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bolt.analysis.syntax.LineCounts;
import dev.bolt.analysis.syntax.PythonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What radon 5.1 says of the same sources; a semicolon pair stands for a line end. */
class MaintainabilityTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "x = 1 | 100 | 1 | 1 | 0 | 0",
                "x = 1 + 1 | 96.524688 | 1 | 1 | 0 | 0",
                "def f(a, b):;;    # adds;;    return a + b;; | 100 | 2 | 2 | 1 | 0",
                "def f(a):;;    if a: return -a ** 2 + 1;;    return a % 2;; | 75.797482 | 4 | 3 | 0 | 0",
                "class A:;;    '''Doc;;;;    of A.;;    ''';;    def f(self, a=1 + 1):;;"
                        + "        return self.a + a + 1 + True + 0x1 + 1.0;;    def f(self):;;"
                        + "        return self.a - 'a' - b'a';; | 98.935589 | 6 | 5 | 0 | 3",
                "x = {a: b}; y = a[1:2]; z = 3;;try: f();;except E: pass;;x += 1;; | 73.175685 | 10 | 4 | 0 | 0",
                "x = (;;    a;;;;    + b  # b;;);;'one';;'''two;;three'''  # four;; | 100 | 3 | 6 | 2 | 0",
                "def f():;;    def g(): return 1 < a <= 2 and not b or c;;    class C:;;        if a + b: pass;;"
                        + "    return lambda: a * b;; | 66.930267 | 8 | 5 | 0 | 0"
            })
    void isRadons(String source, double index, int logical, int code, int comments, int strings) {
        var module = PythonParser.parse(source.replace(";;", "\n"));
        assertThat(module.problems()).isEmpty();
        assertThat(module.counts()).isEqualTo(new LineCounts(logical, code, comments, strings));
        assertThat(Maintainability.of(module)).isCloseTo(index, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"def f(:", "print 'a'"})
    void isUnknownOfWhatIsNotPython(String source) {
        assertThat(Maintainability.of(PythonParser.parse(source))).isEqualTo(Maintainability.UNKNOWN);
    }
}
