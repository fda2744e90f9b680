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
        "get_by_id, gbi, WORDS",
        "get_by_id, getById, WORDS",
        "get_by_id, gid, WORDS",
        "get_by_id, by_id, WORDS",
        "getById, gbi, WORDS",
        "HTTPSessionPool, hsp, WORDS",
        "HTTPSessionPool, httpPool, WORDS",
        "HTTPSessionPool, sessionp, WORDS",
        "_private_name, pn, WORDS",
        "utf8_decode, u8d, WORDS",
        "get_by_id, etb, NONE",
        "get_by_id, y_i, PART",
        "get_by_id, bgi, NONE",
        "calculate_total, calcualte_totl, SLIP",
        "calculate_total, calclate_ttl, NONE"
    })
    void knowsTheBeginningsOfWordsAndSlips(String name, String wanted, NameMatch match) {
        var symbol = new Symbol(name, "A." + name, SymbolKind.METHOD, new SourceSpan("a.py", 1, 1), null, null, 1);
        assertThat(NameMatch.of(symbol, wanted)).isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "send, EQUAL",
        "session.send, EQUAL",
        "se, PREFIX",
        "session, PREFIX",
        "end, PART",
        "ion.se, PART",
        "receive, NONE",
        "sned, SLIP",
        "sends, SLIP",
        "snd, NONE",
        "'', EQUAL"
    })
    void ranksEqualBeforePrefixBeforePart(String wanted, NameMatch match) {
        var symbol = new Symbol("send", "Session.send", SymbolKind.METHOD, new SourceSpan("a.py", 1, 1), null, null, 1);
        assertThat(NameMatch.of(symbol, wanted)).isEqualTo(match);
    }
}
