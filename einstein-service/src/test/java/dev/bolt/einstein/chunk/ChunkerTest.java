package dev.bolt.einstein.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    private final Chunker chunker = new Chunker(new ChunkProperties(40, 10, 80));

    @Test
    void cutsPythonByDefinition() {
        var chunks = chunker.chunk("shop/cart.py", """
                '''What is bought.'''
                import os

                class Cart(
                    Base,
                ):
                    \"""
                    Articles and numbers.
                    \"""
                    limit = 3

                    @property
                    async def total(self) -> int:
                        # not yet
                        def inner():
                            return 1
                        return inner()

                LAST = 1
                def pay(): return LAST
                """);
        assertThat(chunks)
                .extracting(Chunk::symbol, Chunk::kind, Chunk::startLine, Chunk::endLine)
                .containsExactly(
                        tuple(null, ChunkKind.MODULE, 1, 2),
                        tuple("Cart", ChunkKind.CLASS, 4, 10),
                        tuple("Cart.total", ChunkKind.FUNCTION, 12, 17),
                        tuple(null, ChunkKind.MODULE, 19, 19),
                        tuple("pay", ChunkKind.FUNCTION, 20, 20));
        assertThat(chunks)
                .extracting(Chunk::signature)
                .containsExactly(
                        "", "class Cart( Base, ):", "async def total(self) -> int:", "", "def pay(): return LAST");
        assertThat(chunks)
                .extracting(Chunk::doc)
                .containsExactly("What is bought.", "Articles and numbers.", "", "What is bought.", "");
    }

    @Test
    void isNotFooledByStringsBracketsAndContinuations() {
        var chunks = chunker.chunk("a.py", """
                text = '''
                def in_a_string(): pass
                '''
                items = [
                1, # ]
                "def in_a_list(): pass",
                ]
                total = 1 + \\
                2
                def real():
                    '''
                class NotOne:
                    '''
                    return text
                """);
        assertThat(chunks).extracting(Chunk::symbol).containsExactly(null, "real");
        assertThat(chunks.getLast().endLine()).isEqualTo(14);
    }

    @Test
    void findsDefinitionsAfterABracketThatIsNeverClosed() {
        var chunks = chunker.chunk("a.py", "broken = (1,\n\ndef found():\n    pass\n");
        assertThat(chunks).extracting(Chunk::symbol).containsExactly(null, "found");
    }

    @Test
    void cutsALongFunctionAndLetsItsInnerOnesStandAlone() {
        String body = String.join("\n", Collections.nCopies(90, "    step()"));
        var chunks = chunker.chunk("a.py", "def long():\n    def inner():\n        pass\n" + body + "\n");
        assertThat(chunks).extracting(Chunk::symbol).contains("long.inner").containsOnly("long", "long.inner");
        assertThat(chunks).filteredOn(chunk -> "long".equals(chunk.symbol())).hasSizeGreaterThan(2);
    }

    @Test
    void cutsMarkdownByHeadingOutsideFences() {
        var chunks = chunker.chunk("README.md", "intro\n# One\ntext\n```\n# code\n```\n## Two\nmore\n");
        assertThat(chunks)
                .extracting(Chunk::signature, Chunk::startLine, Chunk::endLine)
                .containsExactly(tuple("", 1, 1), tuple("One", 2, 6), tuple("Two", 7, 8));
    }

    @Test
    void cutsEverythingElseIntoOverlappingWindows() {
        String text = String.join("\n", Collections.nCopies(95, "line"));
        assertThat(chunker.chunk("a.c", text))
                .extracting(Chunk::startLine, Chunk::endLine, Chunk::kind)
                .containsExactly(
                        tuple(1, 40, ChunkKind.WINDOW),
                        tuple(31, 70, ChunkKind.WINDOW),
                        tuple(61, 95, ChunkKind.WINDOW));
    }

    @Test
    void widensItsWindowsAsTheSettingsSay() {
        String text = String.join("\n", Collections.nCopies(95, "line"));
        assertThat(new Chunker(new ChunkProperties(100, 10, 80)).chunk("a.c", text))
                .hasSize(1);
        assertThat(new Chunker(new ChunkProperties(40, 0, 80)).chunk("a.c", text))
                .hasSize(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new ChunkProperties(10, 10, 80));
    }

    @Test
    void givesAMovedChunkTheSameIdentity() {
        String method = "def pay():\n    return 1\n";
        Chunk first = chunker.chunk("old/shop.py", method).getLast();
        Chunk moved =
                chunker.chunk("new/folder/shop.py", "import os\n\n\n" + method).getLast();
        assertThat(moved.id()).isEqualTo(first.id());
        assertThat(chunker.chunk("old/shop.py", "def pay():\n    return 2\n")
                        .getLast()
                        .id())
                .isNotEqualTo(first.id());
    }

    @Test
    void findsNothingInAnEmptyFile() {
        assertThat(List.of("", "\n\n", "   \n")).allSatisfy(text -> {
            assertThat(chunker.chunk("a.py", text)).isEmpty();
            assertThat(chunker.chunk("a.md", text)).isEmpty();
            assertThat(chunker.chunk("a.txt", text)).isEmpty();
        });
    }

    /** As a minifier writes it; each chunk would be the whole line, and half a gigabyte of one file. */
    @Test
    void keepsAProgramOfOneLineOnce() {
        String text = "/* Cart 1.0 */\n" + "function add(a){return{n:a}}class Cart{total(){return 1}}".repeat(1000);
        List<Chunk> chunks = chunker.chunk("static/cart.min.js", text);
        assertThat(chunks.stream().mapToInt(chunk -> chunk.text().length()).sum())
                .isBetween(text.length(), 2 * text.length());
    }
}
