package dev.bolt.einstein.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every file, sensible or not. */
class ChunkerLawsTest {
    private static final List<String> LINES = List.of(
            "",
            "   ",
            "# comment",
            "import os",
            "def a():",
            "    def b(self):",
            "        return 1",
            "    pass",
            "class C:",
            "    class D(C):",
            "@decorator",
            "    @inner",
            "async def e(x,",
            "y):",
            "'''",
            "\"\"\"doc",
            "x = (",
            ")",
            "s = 'it",
            "\\",
            "    \"\"\"doc\"\"\"",
            "\tdef tab():",
            "if True:",
            "## heading",
            "```",
            "class C {",
            "int f(int x) {",
            "function g(a, { b }) {",
            "  const h = (x) => {",
            "if (x) {",
            "  }",
            "}",
            "} }",
            "/* comment",
            " * more */",
            "// say",
            "#define X {",
            "func (r *R) m() {",
            "fn n<'a>(x: &'a str) {",
            "let t = r#\"",
            "\"#;",
            "'{'",
            "`{");
    private static final List<String> ENDINGS =
            List.of("py", "md", "java", "c", "cpp", "js", "ts", "go", "rs", "kt", "php", "cs", "swift", "scala");

    private final Chunker chunker = new Chunker(new ChunkProperties(10, 3, 20));

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(LINES).list().ofMaxSize(80).map(lines -> String.join("\n", lines));
    }

    @Property(tries = 1000)
    void holdsEveryLineThatSaysSomething(@ForAll("files") String text, @ForAll("endings") String ending) {
        List<String> lines = text.lines().toList();
        var held = new BitSet();
        for (Chunk chunk : chunker.chunk("a." + ending, text)) {
            assertThat(chunk.startLine()).isBetween(1, chunk.endLine());
            assertThat(chunk.endLine()).isLessThanOrEqualTo(lines.size());
            assertThat(chunk.text())
                    .isEqualTo(String.join("\n", lines.subList(chunk.startLine() - 1, chunk.endLine())));
            held.set(chunk.startLine(), chunk.endLine() + 1);
        }
        for (int number = 1; number <= lines.size(); number++) {
            assertThat(held.get(number) || lines.get(number - 1).isBlank())
                    .as("line %d", number)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<String> endings() {
        return Arbitraries.of(ENDINGS);
    }

    @Property(tries = 200)
    void cutsTheSameTextTheSameWay(@ForAll("files") String text) {
        assertThat(chunker.chunk("a.py", text)).isEqualTo(chunker.chunk("a.py", text));
    }

    @Property(tries = 200)
    void readsAnyTextAtAll(@ForAll String text, @ForAll("endings") String ending) {
        assertThat(chunker.chunk("a." + ending, text))
                .allSatisfy(chunk -> assertThat(chunk.id().value()).matches("[0-9a-f]{32}"));
    }
}
