package dev.bolt.search.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.search.Queries;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that could go on a character, at the beginning of a line. */
class StrayBytesTest {
    @ParameterizedTest
    @ValueSource(strings = {"one\n\u00A9send\n", "one\n\u00A9\u00A9\u00A9send\n"})
    void areNotKnownToBeginAWord(String text) {
        assertThatExceptionOfType(BrokenMatchException.class).isThrownBy(() -> found("send", true, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\n\u00A9 send\n", "one\nx\u00A9y send\n", "one\n\u00C3\u00A9 send\n"})
    void doNotMatterElsewhere(String text) {
        assertThat(found("send", true, text)).isNotNull();
    }

    @Test
    void areNoCharacterWhereThereAreFour() {
        assertThat(found("send", true, "one\n\u00A9\u00A9\u00A9\u00A9send\n")).isNull();
    }

    @Test
    void doNotMatterWhereNoWordIsAskedFor() {
        FileMatches found = found("send", false, "one\n\u00A9send\n");
        assertThat(found).isNotNull();
        assertThat(found.matched()).isOne();
        assertThat(found("\\bsend", false, "one\n\u00A9send\n")).isNotNull();
    }

    private static @Nullable FileMatches found(String pattern, boolean word, String latin1) {
        TextQuery query = TextQuery.of(Queries.WORKSPACE, List.of(pattern))
                .wordRegexp(word)
                .build();
        return QueryPlan.of(query)
                .search(Deadline.after(Duration.ofMinutes(1)), Duration.ofMinutes(1))
                .search("file", FileText.of(latin1.getBytes(ISO_8859_1)), line -> line + 1);
    }
}
