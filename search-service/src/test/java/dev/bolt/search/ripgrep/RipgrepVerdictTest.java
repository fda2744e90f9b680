package dev.bolt.search.ripgrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RipgrepVerdictTest {
    @Test
    void letsAnAnswerStand() throws IOException {
        assertThat(RipgrepVerdict.of(0, "")).isTrue();
        assertThat(RipgrepVerdict.of(1, "")).isTrue();
    }

    @Test
    void letsAnAnswerStandThatLeavesOutSingleFiles() throws IOException {
        assertThat(RipgrepVerdict.of(2, "rg: ./a.txt: Permission denied (os error 13)"))
                .isTrue();
        assertThat(RipgrepVerdict.of(2, "")).isTrue();
    }

    @Test
    void takesAMatchThatWasGivenUpForPartOfAnAnswer() throws IOException {
        assertThat(RipgrepVerdict.of(2, "rg: ./a.txt: PCRE2: error matching: match limit exceeded"))
                .isFalse();
    }

    @Test
    void doesNotTakeTheNameOfAFileForAComplaintAboutTheQuery() throws IOException {
        for (String name : new String[] {
            "glob.txt",
            "regex",
            "a file type",
            "the literal",
            "unknown encoding",
            "x\nrg: regex parse error",
            "PCRE2: error matching: x"
        }) {
            assertThat(RipgrepVerdict.of(2, "rg: ./%s: Permission denied (os error 13)\n".formatted(name)))
                    .as(name)
                    .isTrue();
        }
        assertThat(RipgrepVerdict.of(2, "rg: /above/glob/.ignore: line 1: error parsing glob '[': unclosed class"))
                .isTrue();
        assertThat(
                        RipgrepVerdict.of(
                                2,
                                "rg: ./glob: Permission denied (os error 13)\nrg: ./b: PCRE2: error matching: match limit exceeded"))
                .isFalse();
    }

    @Test
    void takesADeathForNoAnswer() {
        assertThatThrownBy(() -> RipgrepVerdict.of(137, "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RipgrepVerdict.of(101, "thread panicked"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("thread panicked");
    }

    @Test
    void namesTheFieldThatRipgrepRefused() {
        assertRefused("rg: regex parse error:\n    (a\n    ^\nerror: unclosed group", Problem.BAD_PATTERN, "patterns");
        assertRefused("rg: regex parse error:\n    (?:(glob)\n    ^\nerror: unclosed", Problem.BAD_PATTERN, "patterns");
        assertRefused(
                "rg: pattern contains \"\\0\" but it is impossible to match\n\nConsider",
                Problem.BAD_PATTERN,
                "patterns");
        assertRefused("rg: compiled regex exceeds size limit of 104857600", Problem.BAD_PATTERN, "patterns");
        assertRefused("rg: error parsing glob '[': unclosed character class", Problem.BAD_REQUEST, "globs");
        assertRefused("rg: unrecognized file type: nosuch", Problem.BAD_REQUEST, "types");
        assertRefused("rg: PCRE2: error compiling pattern at offset 9: missing", Problem.BAD_PATTERN, "patterns");
        assertRefused("rg: grep config error: unknown encoding: x", Problem.BAD_REQUEST, "ripgrep.encoding");
    }

    private static void assertRefused(String complaint, Problem problem, String field) {
        assertThatThrownBy(() -> RipgrepVerdict.of(2, complaint)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.detail()).doesNotStartWith("rg:");
        });
    }
}
