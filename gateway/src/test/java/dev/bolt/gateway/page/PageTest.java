package dev.bolt.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.gateway.PublicPaths;
import org.junit.jupiter.api.Test;

class PageTest {
    private final Page page = Page.load();

    @Test
    void needsNothingFromElsewhere() {
        assertThat(page.html())
                .doesNotContain("src=\"http")
                .doesNotContain("href=\"http")
                .doesNotContain("@import");
        assertThat(page.html().split("<script", -1)).as("one script").hasSize(2);
        assertThat(page.html().split("<style", -1)).as("one style").hasSize(2);
    }

    @Test
    void carriesNoInlineHandlersWhichThePolicyWouldStop() {
        assertThat(page.html()).doesNotContainPattern("<[^>]+\\son[a-z]+=").doesNotContainPattern("<[^>]+\\sstyle=");
    }

    @Test
    void showsAnswersAsTextNeverAsMarkup() {
        assertThat(page.html())
                .doesNotContain("innerHTML")
                .doesNotContain("insertAdjacentHTML")
                .doesNotContain("eval(");
    }

    @Test
    void listsEveryPublicPath() {
        assertThat(PublicPaths.promised()).allMatch(path -> page.html().contains(" " + path + "</code>"));
    }

    @Test
    void namesItsScriptByHash() {
        Page small = Page.of("<style>a</style><script>b</script>");
        assertThat(small.policy())
                .contains("script-src 'sha256-PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0='")
                .contains("style-src 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='")
                .contains("default-src 'none'");
    }
}
