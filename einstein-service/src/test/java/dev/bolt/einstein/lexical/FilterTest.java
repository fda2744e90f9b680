package dev.bolt.einstein.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bolt.api.einstein.SimilarityFilter;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.py          | a.py               | true",
                "*.py          | src/deep/a.py      | true",
                "*.py          | a.pyc              | false",
                "src/*.py      | src/a.py           | true",
                "src/*.py      | src/deep/a.py      | false",
                "src/*.py      | other/src/a.py     | false",
                "src/**        | src/deep/a.py      | true",
                "src/**/a.py   | src/a.py           | true",
                "src/**/a.py   | src/x/y/a.py       | true",
                "**/tests/**   | tests/a.py         | true",
                "**/tests/**   | x/tests/a.py       | true",
                "/a.py         | a.py               | true",
                "/a.py         | x/a.py             | false",
                "?.py          | a.py               | true",
                "?.py          | ab.py              | false",
                "*.{py,pyi}    | x/a.pyi            | true",
                "a+b.py        | a+b.py             | true",
                "a+b.py        | aab.py             | false",
                "a.py          | axpy               | false",
                "a\\*.py       | a*.py              | true",
                "a\\*.py       | ab.py              | false",
            })
    void globsMeanPaths(String glob, String path, boolean matches) {
        var filter = Filter.of(new SimilarityFilter(List.of(glob), null, null, null));
        assertThat(filter.accepts(path, "function", 0)).isEqualTo(matches);
    }

    @Test
    void leavesOutWhatIsNegated() {
        var filter = Filter.of(new SimilarityFilter(List.of("src/**", "!*_test.py"), null, null, null));
        assertThat(filter.accepts("src/a.py", "function", 0)).isTrue();
        assertThat(filter.accepts("src/a_test.py", "function", 0)).isFalse();
        assertThat(filter.accepts("b.py", "function", 0)).isFalse();
        var only = Filter.of(new SimilarityFilter(List.of("!docs/**"), null, null, null));
        assertThat(only.accepts("b.py", "function", 0)).isTrue();
        assertThat(only.accepts("docs/b.py", "function", 0)).isFalse();
    }

    @Test
    void knowsLanguagesKindsAndTimes() {
        var filter =
                Filter.of(new SimilarityFilter(null, List.of("Python"), List.of("FUNCTION"), Instant.ofEpochSecond(1)));
        assertThat(filter.accepts("a.py", "function", 1_000_000)).isTrue();
        assertThat(filter.accepts("a.go", "function", 1_000_000)).isFalse();
        assertThat(filter.accepts("a.py", "class", 1_000_000)).isFalse();
        assertThat(filter.accepts("a.py", "function", 999_999)).isFalse();
    }

    @Test
    void anEndingMayBeWrittenInAnyCase() {
        var filter = Filter.of(new SimilarityFilter(null, List.of("python"), null, null));
        assertThat(filter.accepts("OLD.PY", "function", 0)).isTrue();
        assertThat(filter.accepts("a.Pyi", "function", 0)).isTrue();
        assertThat(filter.accepts("a.pyc", "function", 0)).isFalse();
    }

    @Test
    void momentsThatNoFileHasLeaveAllOrNothing() {
        assertThat(Filter.of(new SimilarityFilter(null, null, null, Instant.MIN))
                        .accepts("a", "", 0))
                .isTrue();
        assertThat(Filter.of(new SimilarityFilter(null, null, null, Instant.MAX))
                        .accepts("a", "", 0))
                .isFalse();
    }

    @Test
    void saysWhatIsNoLanguageKindOrGlob() {
        assertThat(refused(new SimilarityFilter(null, List.of("klingon"), null, null))
                        .detail())
                .contains("No language 'klingon'", "python");
        assertThat(refused(new SimilarityFilter(null, null, List.of("file"), null))
                        .detail())
                .contains("No kind 'file'", "window");
        assertThat(refused(new SimilarityFilter(List.of("{a"), null, null, null))
                        .problem())
                .isEqualTo(Problem.BAD_PATTERN);
    }

    private static ProblemException refused(SimilarityFilter filter) {
        return catchThrowableOfType(ProblemException.class, () -> Filter.of(filter));
    }
}
