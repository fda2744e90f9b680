package dev.bolt.einstein.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifierAnalyzerTest {
    @Test
    void splitsIdentifiersAndKeepsThemWhole() {
        assertThat(terms("parseHTTPResponse2")).containsExactly("parsehttpresponse2", "pars", "http", "respons", "2");
        assertThat(terms("_back_off")).containsExactly("_back_off", "back", "off");
        assertThat(terms("max_attempts")).containsExactly("max_attempts", "max", "attempt");
    }

    @Test
    void stemsWordsAndDropsThoseOfQuestions() {
        assertThat(terms("Where are the timeouts computed?")).containsExactly("timeout", "comput");
        assertThat(terms("how is it?")).isEmpty();
    }

    @Test
    void readsLettersOfEveryLanguage() {
        assertThat(terms("größe Überschrift")).containsExactly("größe", "überschrift");
    }

    @Test
    void skipsRunsThatAreDataAndSurvivesLongTexts() {
        assertThat(terms("x".repeat(101) + " word")).containsExactly("word");
        assertThat(terms(" ".repeat(8191) + "splitAcrossTheBuffer")).contains("splitacrossthebuffer", "buffer");
    }

    private static List<String> terms(String text) {
        return QueryTerms.of(new IdentifierAnalyzer(), text).all();
    }
}
