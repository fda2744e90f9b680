package dev.bolt.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.Freshness;
import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldPatternTest {
    /** The hash is that of {@code printf 'a.py:10\na.py:9\nb.py:1' | sha256sum}. */
    private static final GoldPattern GOLD = GoldPattern.parse("""
            {"id": "x", "repo": "a/b", "commit": "c", "kind": "k", "pattern": "d\\ne", "word": true, "ignore_case": true,
             "multiline": true, "glob": "*.py", "matching_lines": 3, "matching_files": 2,
             "sha256": "c55b85d5b917e41c31f0979367751e4c742471ddda8939f600ccf57deb262ade", "first": []}""");

    @Test
    void asksWhatTheLineSays() {
        TextQuery query = GOLD.query(new WorkspaceId("x"));
        assertThat(query.patterns()).containsExactly("d\ne");
        assertThat(query.wordRegexp()).isTrue();
        assertThat(query.multiline()).isTrue();
        assertThat(query.caseMode()).isEqualTo(CaseMode.INSENSITIVE);
        assertThat(query.globs()).containsExactly("*.py");
    }

    @Test
    void isAnsweredByEachLineOfItsMatchesAndNoOther() {
        FileMatches over = new FileMatches("a.py", List.of(line(9, "d\ne")), null);
        FileMatches one = new FileMatches("b.py", List.of(line(1, "d")), null);
        assertThat(GOLD.isAnsweredBy(found(true, over, one))).isTrue();
        assertThat(GOLD.isAnsweredBy(found(false, over, one))).isFalse();
        assertThat(GOLD.isAnsweredBy(found(true, over))).isFalse();
    }

    private static MatchedLine line(int number, String text) {
        return new MatchedLine(number, text, null, false, List.of());
    }

    private static SearchResult found(boolean complete, FileMatches... files) {
        return new SearchResult(List.of(files), 2, 2, complete, "index", new Freshness(Instant.EPOCH, 0), 0);
    }
}
