package dev.bolt.orchestrator.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** The same rule as a pattern. */
    private static final Pattern PART = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");

    private static final int TRIES = 2000;

    private final Random random = new Random(1);

    @Test
    void cutsWhereThePatternDoes() {
        for (int i = 0; i < TRIES; i++) {
            String text = text("aysASZ_9é", 40);
            List<String> stems = PART.matcher(text)
                    .results()
                    .map(part -> Words.stem(part.group().toLowerCase(Locale.ROOT)))
                    .distinct()
                    .toList();
            assertThat(Words.stems(text)).as(text).containsExactlyElementsOf(stems);
        }
    }

    @Test
    void findsAmongATextWhatIsAStemOfIt() {
        for (int i = 0; i < TRIES; i++) {
            String text = text("flyiesdngF ", 60);
            Set<String> asked = new HashSet<>(Words.stems(text("flyiesdng ", 30)));
            Words.stems(text).stream().limit(3).forEach(asked::add);
            Set<String> both = new HashSet<>(asked);
            both.retainAll(Words.stems(text));
            assertThat(Words.among(text, asked)).as(text).isEqualTo(both);
        }
    }

    private String text(String letters, int most) {
        return random.ints(random.nextInt(most), 0, letters.length())
                .mapToObj(at -> letters.substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
