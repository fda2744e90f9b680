package dev.bolt.analysis.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.symbol.PythonModel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnySourceTest {
    @Property(tries = 3000)
    void everyTextHasATreeWithinItsLines(@ForAll("sources") String source) {
        Module module = PythonParser.parse(source);
        PythonModel.of("any.py", module);
        Walk.statements(module.body(), statement -> {
            Lines lines = statement.lines();
            assertThat(lines.first()).isBetween(1, Math.max(1, module.lines()));
            assertThat(lines.last()).isBetween(lines.first(), Math.max(1, module.lines()));
        });
    }

    @Provide
    Arbitrary<String> sources() {
        return Arbitraries.of(
                        "def f(",
                        "):",
                        "class A:",
                        "\n",
                        "\n    ",
                        "\n  ",
                        "\n\t",
                        "if x:",
                        "else:",
                        "try:",
                        "except:",
                        "(",
                        ")",
                        "[",
                        "]",
                        "{",
                        "}",
                        "'",
                        "\"",
                        "'''",
                        "f'{",
                        "f\"",
                        "}'",
                        ":",
                        ",",
                        "=",
                        " ",
                        "lambda",
                        "\\\n",
                        "#c",
                        "match x:",
                        "case ",
                        "import ",
                        "from ",
                        ".",
                        "@",
                        "x",
                        "1",
                        "*",
                        "**",
                        "in",
                        "for x in y",
                        "yield",
                        "await ",
                        "async ",
                        "with ",
                        "as ",
                        ";",
                        "$",
                        "\0",
                        "é",
                        "\u2028",
                        "\r",
                        "\f",
                        ":=",
                        "->",
                        "!r",
                        "type ")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
