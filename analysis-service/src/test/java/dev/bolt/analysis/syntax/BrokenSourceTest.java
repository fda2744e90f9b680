package dev.bolt.analysis.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.api.analysis.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenSourceTest {
    @Test
    void keepsTheNeighboursOfABrokenStatement() {
        var module = PythonParser.parse("def a(): pass\ndef f(:\n    def inner(): pass\ndef b(): pass\n");
        assertThat(names(module)).containsExactly("a", "inner", "b");
        assertThat(module.problems()).extracting(SyntaxProblem::line).containsExactly(2);
    }

    @Test
    void keepsTheMethodsOfAClassWithABrokenHead() {
        assertThat(names(PythonParser.parse("class A(:\n  def m(self):\n    pass\n\nx = 1\n")))
                .containsExactly("m", "x");
    }

    @Test
    void goesOnAfterABracketThatIsNeverClosed() {
        assertThat(names(PythonParser.parse("x = (1,\ny = 2\ndef a(): pass\n"))).contains("a");
        assertThat(names(PythonParser.parse("x = f(1,\n@decorated\ndef a(): pass\nclass B: pass\n")))
                .containsExactly("a", "B");
        assertThat(names(PythonParser.parse("class A:\n  def m(self):\n    x = [1,\n  def n(self): pass\n")))
                .containsExactly("A", "A.m", "A.n");
        assertThat(PythonParser.parse("x = [\nfrom a import b\n").problems()).hasSize(1);
    }

    @Test
    void keepsValidLinesInBracketsThatLookLikeStatements() {
        assertThat(PythonParser.parse("x = (a\n@ b)\n").problems()).isEmpty();
        assertThat(PythonParser.parse("def f():\n  x = (yield\nfrom g)\n").problems())
                .isEmpty();
    }

    @Test
    void goesOnAfterAStringThatIsNeverClosed() {
        assertThat(names(PythonParser.parse("x = 'abc\ny = 2\n"))).containsExactly("y");
        assertThat(names(PythonParser.parse("x = '''abc\ny = 2\ndef a(): pass\n")))
                .containsExactly("a");
        assertThat(PythonParser.parse("'''abc").problems()).hasSize(1);
        assertThat(names(PythonParser.parse("x = f'{a\ndef a(): pass\n"))).containsExactly("a");
    }

    @Test
    void flagsPythonTwoPerStatement() {
        var module = PythonParser.parse(
                "def a():\n    print 'x'\n    exec 'y'\n    raise E, 'z'\n    return `a`\ndef b(): return 0 <> 1\n");
        assertThat(names(module)).containsExactly("a", "b");
        assertThat(module.problems()).extracting(SyntaxProblem::line).containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void flagsIndentationThatMatchesNothing() {
        var module = PythonParser.parse("def a():\n        pass\n    x = 1\ndef b(): pass\n");
        assertThat(names(module)).contains("a", "b");
        assertThat(module.problems()).isNotEmpty();
        assertThat(names(PythonParser.parse("x = 1\n    y = 2\nz = 3\n"))).containsExactly("x", "y", "z");
        assertThat(PythonParser.parse("if a:\n\tx = 1\n        y = 2\n").problems())
                .isNotEmpty();
    }

    @Test
    void flagsAMissingBlockAndGoesOn() {
        var module = PythonParser.parse("def a():\ndef b(): pass\ntry:\n    x = 1\ny = 2\n");
        assertThat(names(module)).containsExactly("a", "b", "x", "y");
        assertThat(module.problems()).extracting(SyntaxProblem::line).containsExactly(2, 5);
    }

    @Test
    void flagsEncodingsThatDoNotHold() {
        byte[] latin = "# coding: latin-1\nx = 'é'\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PythonParser.parse(latin).problems()).isEmpty();
        byte[] wrong = "x = 'é'\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PythonParser.parse(wrong).problems()).hasSize(1);
        byte[] unknown = "#!/usr/bin/python\n# -*- coding: klingon -*-\nx = 1\n".getBytes(StandardCharsets.UTF_8);
        assertThat(PythonParser.parse(unknown).problems()).hasSize(1);
        byte[] marked = "\uFEFFx = 1\n".getBytes(StandardCharsets.UTF_8);
        assertThat(PythonParser.parse(marked).problems()).isEmpty();
        byte[] conflict = "\uFEFF# coding: latin-1\nx = 1\n".getBytes(StandardCharsets.UTF_8);
        assertThat(PythonParser.parse(conflict).problems()).hasSize(1);
    }

    @Test
    void readsEveryLineEnd() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            var module = PythonParser.parse(
                    String.join(end, "def a():", "    '''x", "    y'''", "    z = 1 + \\", "  2", ""));
            assertThat(module.problems()).isEmpty();
            assertThat(module.lines()).isEqualTo(5);
            Lines lines = module.body().getFirst().lines();
            assertThat(lines.first()).isEqualTo(1);
            assertThat(lines.last()).isEqualTo(5);
        }
    }

    private static List<String> names(Module module) {
        return PythonModel.of("x.py", module).symbols().stream()
                .map(Symbol::qualifiedName)
                .toList();
    }
}
