package dev.bolt.search.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.TextQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileFilterTest {
    @Test
    void anEndingIsWhatItsPatternIs() {
        for (String path : List.of("a.yml", "b/a.yml", ".yml", "a.yml/b", "ayml", "b/a.yml.in", "a.YML")) {
            boolean fits = path.equals("a.yml") || path.equals("b/a.yml") || path.equals(".yml");
            assertThat(globbed("*.yml").keeps(path)).as(path).isEqualTo(fits);
            assertThat(globbed("*.[y]ml").keeps(path)).as(path).isEqualTo(fits);
        }
    }

    @Test
    void theLastGlobThatFitsDecidesAndAFolderLeftOutTakesItsFilesAlong() {
        FileFilter filter = globbed("*.txt", "!docs", "docs/keep.txt");
        assertThat(filter.keeps("a.txt")).isTrue();
        assertThat(filter.keeps("docs/a.txt")).isFalse();
        assertThat(filter.keeps("docs/keep.txt")).isFalse();
        assertThat(filter.keeps("a.md")).isFalse();
    }

    @Test
    void whatLiesInAHiddenFolderComesBackOnlyWithTheFolder() {
        assertThat(globbed("*.yml").mayBringBack(".github/ci.yml")).isFalse();
        assertThat(globbed("*.yml").mayBringBack("a/.github/ci.yml")).isFalse();
        assertThat(globbed("*.yml").mayBringBack("a/.ci.yml")).isTrue();
        assertThat(globbed("*.yml").mayBringBack("ignored/ci.yml")).isTrue();
        assertThat(globbed("*.yml", ".github").mayBringBack(".github/ci.yml")).isTrue();
    }

    private static FileFilter globbed(String... globs) {
        return new FileFilter(
                TextQuery.of(new WorkspaceId("x"), List.of("x"))
                        .globs(List.of(globs))
                        .build(),
                FileTypes.COMMON);
    }
}
