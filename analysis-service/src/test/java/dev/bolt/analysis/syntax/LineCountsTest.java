package dev.bolt.analysis.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of {@code radon raw}, here and with other ends of lines: SLOC, LLOC, and lines of multi-line strings. */
class LineCountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x = (1,~~  ~  2)~ | 2 | 1 | 0",
                "x = (1, # a~~  # b~ 2)~ | 3 | 1 | 0",
                "x = (1, \\~ ~ 2)~ | 2 | 1 | 0",
                "x = '''a~~ ~b'''~ | 2 | 1 | 0",
                "x = r'''a\\~~b'''~ | 2 | 1 | 0",
                "x = f'''a~~{b}~~c'''~ | 3 | 1 | 0",
                "'''a~~~b'''~y = 1~ | 1 | 2 | 2",
                "def f():~    '''a~~    b~    '''~    return g(~~        1)~ | 3 | 3 | 3",
            })
    void leaveBlankLinesInsideAStatementOut(String source, int lines, int logical, int strings) {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            byte[] bytes = source.strip().replace("~", end).getBytes(StandardCharsets.UTF_8);
            LineCounts counts = PythonParser.parse(bytes).counts();
            assertThat(counts.source()).isEqualTo(lines);
            assertThat(counts.logical()).isEqualTo(logical);
            assertThat(counts.strings()).isEqualTo(strings);
        }
    }
}
