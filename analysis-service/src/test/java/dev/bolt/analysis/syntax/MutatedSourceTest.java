package dev.bolt.analysis.syntax;

import dev.bolt.analysis.Mutations;
import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.analysis.finding.PythonRules;
import dev.bolt.analysis.symbol.PythonModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@link Mutations} of Python on a stack of 1 MiB. */
class MutatedSourceTest {
    private static final long STACK_BYTES = 1024 * 1024;
    private static final List<String> MORSELS = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "'''",
            "\"\"\"",
            "f'{",
            "t\"{",
            "}'",
            ":",
            ";",
            ",",
            "\\\n",
            "\n",
            "\r",
            "\t",
            "\f",
            "    ",
            " if ",
            " else ",
            " for ",
            " in ",
            "lambda ",
            "lambda: ",
            "async ",
            "await ",
            "yield ",
            "match ",
            "case ",
            "class ",
            "def ",
            "@",
            "*",
            "**",
            ":=",
            "->",
            "!r",
            "\0",
            "\uFEFF",
            "é",
            "😀",
            "# coding: utf-16\n",
            "# noqa",
            "((((((((((",
            "{{{{{{{{{{",
            "----------",
            "not not not ",
            "0x",
            "1_",
            "...");

    private final PythonRules rules = new PythonRules(new FindingProperties(10, 100, 7, 30, 15, 5, 10, Set.of()));

    @Test
    void noMutationCrashesOrStopsTheParser() throws Exception {
        new Mutations(".*\\.py", MORSELS).read(20, STACK_BYTES, this::check);
    }

    private void check(byte[] source) {
        Module module = PythonParser.parse(source);
        rules.check(module, PythonModel.of("mutated.py", module));
        Told.check(module);
        int last = Math.max(1, module.lines());
        Walk.statements(module.body(), statement -> {
            Lines lines = statement.lines();
            if (lines.first() < 1 || lines.last() > last || lines.first() > lines.last()) {
                throw new AssertionError(lines + " of " + last);
            }
        });
    }
}
