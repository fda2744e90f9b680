package dev.bolt.orchestrator.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "timeouts, timeout",
        "computed, compute",
        "stripping, strip",
        "calling, calls",
        "verified, verify",
        "queries, query",
        "matched, matching",
        "caches, caching",
        "process, processed"
    })
    void givesFormsOfOneWordOneStem(String one, String other) {
        assertThat(Words.stem(one)).isEqualTo(Words.stem(other));
    }

    @ParameterizedTest
    @CsvSource({"class, clas", "red, r", "sing, s", "his, hi", "need, ne"})
    void leavesShortWordsAlone(String word, String wrong) {
        assertThat(Words.stem(word)).isNotEqualTo(wrong);
    }

    @Test
    void cutsIdentifiersAtTheirJoints() {
        assertThat(Words.stems("HTTPServerError parse_query2 urlConf"))
                .containsExactly("http", "server", "error", "pars", "queri", "url", "conf");
    }
}
