package dev.bolt.analysis.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {
    @ParameterizedTest
    @CsvSource({
        "send, EQUAL",
        "session.send, EQUAL",
        "se, PREFIX",
        "session, PREFIX",
        "end, PART",
        "ion.se, PART",
        "receive, NONE",
        "'', EQUAL"
    })
    void ranksEqualBeforePrefixBeforePart(String wanted, NameMatch match) {
        var symbol = new Symbol("send", "Session.send", SymbolKind.METHOD, new SourceSpan("a.py", 1, 1), null, null, 1);
        assertThat(NameMatch.of(symbol, wanted)).isEqualTo(match);
    }
}
