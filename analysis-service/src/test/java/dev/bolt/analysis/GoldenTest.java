package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.syntax.PythonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden files: {@code -Dbolt.golden=write} writes them anew, the diff then tells what changed. */
class GoldenTest {
    private static final Path SOURCES = Path.of("src/test/resources/python");

    @ParameterizedTest
    @ValueSource(strings = {"syntax", "broken"})
    void readsTheFileAsWrittenDown(String name) throws IOException, URISyntaxException {
        byte[] source = Files.readAllBytes(SOURCES.resolve(name + ".py"));
        String problems = PythonParser.parse(source).problems().stream()
                .map(problem -> "\nP " + problem.line() + " " + problem.message())
                .collect(Collectors.joining());
        String actual = ModelText.of(source, true) + problems + "\n";
        Path golden = SOURCES.resolve(name + ".txt");
        if (System.getProperty("bolt.golden", "").equals("write")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
