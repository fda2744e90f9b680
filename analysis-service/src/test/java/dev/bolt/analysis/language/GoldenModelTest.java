package dev.bolt.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.JavaModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden files: {@code -Dbolt.golden=write} writes them anew, the diff then tells what changed. */
class GoldenModelTest {
    private static final Path SOURCES = Path.of("src/test/resources/grammar");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample.ts",
                "sample.js",
                "../script/forms.js",
                "../script/forms.ts",
                "../script/forms.tsx",
                "../script/page.js",
                "../script/broken.ts",
                "sample.go",
                "sample.rs",
                "sample.c",
                "sample.cpp",
                "sample.h",
                "Sample.java"
            })
    void readsTheFileAsWrittenDown(String name) throws IOException {
        String actual = text(read(name, Files.readAllBytes(SOURCES.resolve(name))));
        Path golden = SOURCES.resolve(name + ".txt");
        if (System.getProperty("bolt.golden", "").equals("write")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample.ts",
                "sample.js",
                "../script/forms.js",
                "../script/forms.ts",
                "../script/forms.tsx",
                "../script/page.js",
                "../script/broken.ts",
                "sample.go",
                "sample.rs",
                "sample.c",
                "sample.cpp",
                "sample.h",
                "Sample.java"
            })
    void readsTheSameWithTheLineEndsOfWindows(String name) throws IOException {
        String source = Files.readString(SOURCES.resolve(name));
        byte[] windows = source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(text(read(name, windows))).isEqualTo(text(read(name, source.getBytes(StandardCharsets.UTF_8))));
    }

    private static FileModel read(String name, byte[] source) {
        if (name.endsWith(".java")) {
            return JavaModel.of(name, new String(source, StandardCharsets.UTF_8))
                    .orElseThrow();
        }
        return Language.of(name)
                .orElseThrow()
                .read(name, source, Duration.ofMinutes(1))
                .orElseThrow();
    }

    private static String text(FileModel model) {
        var text = new StringBuilder("%s, %d lines%n".formatted(model.language(), model.lines()));
        model.symbols()
                .forEach(symbol -> text.append("D %s %s %d-%d %s | %s%n"
                        .formatted(
                                symbol.kind(),
                                symbol.qualifiedName(),
                                symbol.span().startLine(),
                                symbol.span().endLine(),
                                symbol.signature(),
                                symbol.docstring())));
        model.imports()
                .forEach(each -> text.append("I '%s' '%s' as '%s' %d %s%n"
                        .formatted(
                                each.module(),
                                each.name(),
                                each.bound(),
                                each.line(),
                                each.context().word())));
        model.uses()
                .forEach(each -> text.append("U %s%s%s %d in '%s'%n"
                        .formatted(
                                each.receiver().isEmpty() ? "" : each.receiver() + ".",
                                each.name(),
                                each.call() ? "()" : "",
                                each.line(),
                                each.within())));
        model.heritage().forEach(each -> text.append("H %s %s%n".formatted(each.type(), each.base())));
        return text.toString();
    }
}
