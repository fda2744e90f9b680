package dev.bolt.analysis.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.Mutations;
import dev.bolt.analysis.script.ScriptModel.Dialect;
import dev.bolt.analysis.symbol.FileModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link Mutations} of JavaScript and TypeScript, each as all three dialects, on a stack of 512 KiB. */
class MutatedScriptTest {
    private static final long STACK_BYTES = 512 * 1024;
    private static final List<String> MORSELS = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "</",
            "/>",
            "'",
            "\"",
            "`",
            "${",
            "}`",
            "/",
            "/*",
            "*/",
            "//",
            "\n",
            "\r",
            "\u2028",
            "=>",
            "...",
            "?.",
            "?",
            ":",
            ";",
            ",",
            "=",
            "!",
            "@",
            "#",
            "\\",
            "\\u{",
            " as ",
            " is ",
            " extends ",
            " infer ",
            "async ",
            "await ",
            "yield ",
            "class ",
            "function ",
            "import(",
            "import ",
            "export ",
            "require('x')",
            "type T = ",
            "interface I ",
            "enum E {",
            "declare ",
            "<T>(",
            "<T,>(",
            "(a): b => ",
            "a ? (b) : ",
            "{{{{{{{{{{",
            "((((((((((",
            "[[[[[[[[[[",
            "<<<<<<<<<<",
            "<a><a><a>",
            "a<b<c<",
            "!!!!!!!!!!",
            "x=>x=>x=>",
            "\0",
            "\uFEFF",
            "é",
            "😀",
            "0x",
            "1_",
            "<!--",
            "-->",
            "#!");

    @Test
    void noMutationCrashesOrStopsTheReader() throws Exception {
        new Mutations(".*\\.[cm]?[jt]sx?", MORSELS).read(10, STACK_BYTES, source -> {
            for (Dialect dialect : Dialect.values()) {
                check(ScriptModel.of("x", dialect, source, Mutations.LONG_FOR_ONE)
                        .orElseThrow());
            }
        });
    }

    @Test
    void whatBreaksOffBeforeItsNameDefinesNothing() {
        for (String cut : List.of(
                "enum", "export enum", "const enum", "enum {", "class", "interface", "type", "namespace", "function")) {
            for (Dialect dialect : Dialect.values()) {
                FileModel model = ScriptModel.of(
                                "x", dialect, cut.getBytes(StandardCharsets.UTF_8), Mutations.LONG_FOR_ONE)
                        .orElseThrow();
                assertThat(model.symbols()).as(cut).isEmpty();
            }
        }
    }

    private static void check(FileModel model) {
        int last = Math.max(1, model.lines());
        model.symbols().forEach(symbol -> {
            assertThat(symbol.name()).isNotEmpty();
            assertThat(symbol.span().startLine()).isBetween(1, last);
            assertThat(symbol.span().endLine()).isBetween(symbol.span().startLine(), last);
        });
        model.uses().forEach(use -> assertThat(use.line()).isBetween(1, last));
        model.imports().forEach(each -> assertThat(each.nameLine()).isBetween(each.line(), last));
    }
}
