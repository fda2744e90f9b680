package dev.bolt.analysis.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.AnalysisApplication;
import dev.bolt.analysis.language.Language;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LessonTest {
    @Test
    void isTakenToItsEndAndThenTheServiceStops(@TempDir Path home, CapturedOutput output) {
        var context = new SpringApplicationBuilder(AnalysisApplication.class)
                .profiles("lesson")
                .run("--server.port=0", "--bolt.home=" + home);

        assertThat(context.isActive()).isFalse();
        assertThat(home.resolve("lesson/shop/orders.py")).exists();
        assertThat(output).doesNotContain("The lesson broke off");
    }

    @Test
    void hasAFileOfEachLanguage() {
        Set<Language> read = Lesson.FILES.stream()
                .flatMap(file -> Language.of(file).stream())
                .collect(Collectors.toSet());

        assertThat(read).containsExactlyInAnyOrderElementsOf(Arrays.asList(Language.values()));
        assertThat(Lesson.FILES).anyMatch(file -> file.endsWith(".py")).anyMatch(file -> file.endsWith(".java"));
    }
}
