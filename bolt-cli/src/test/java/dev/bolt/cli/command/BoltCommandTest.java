package dev.bolt.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says without any service. */
class BoltCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void withoutACommandItPrintsItsHelp() {
        assertThat(bolt()).isZero();
        assertThat(text(out)).contains("solve").contains("cycles").contains("doctor");
        assertThat(bolt("help", "search")).isZero();
        assertThat(text(out)).contains("--files-with-matches");
    }

    @Test
    void misuseIsOneLineAndTwo() {
        assertThat(bolt("solve")).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo("bolt: Missing required parameter: 'QUESTION'. `bolt solve --help` shows what there is.\n");
        assertThat(bolt("frobnicate")).isEqualTo(2);
        assertThat(bolt("search", "x", "--pre", "rm")).isEqualTo(2);
        assertThat(bolt("search", "--files", "-P")).isEqualTo(2);
        assertThat(bolt("search", "x", "--max-filesize", "2T")).isEqualTo(4); // asked for once a service answers
        assertThat(bolt("logs", "nobody")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            solve why? --timeout NaN        | --timeout is 0 to 3600 seconds
            solve why? --timeout -1         | --timeout is 0 to 3600 seconds
            solve why? --timeout 1e300      | --timeout is 0 to 3600 seconds
            solve why? --markdown --tokens 9| --tokens is 500 to 1000000
            solve why? --json --sarif       | --json, --markdown and --sarif are forms of one answer
            solve why? --analyze-only --apply | give one of them
            history --show ../x             | There is no solve '../x'.
            history --limit 0               | --limit is 1 to 1000
            bench --duration 0              | --duration is 1 to 3600 seconds
            """)
    void saysWhatIsWrongBeforeItAsksAnybody(String line, String complaint) {
        assertThat(bolt(line.strip().split(" "))).isEqualTo(2);
        assertThat(text(err)).contains(complaint);
    }

    @Test
    void aWorkspaceMustBeADirectory() throws Exception {
        assertThat(bolt("solve", "why?", "-w", "missing")).isEqualTo(2);
        assertThat(text(err)).contains("There is no directory").contains("--workspace");
        Files.writeString(folder.resolve("file"), "");
        assertThat(bolt("cycles", "-w", "file")).isEqualTo(2);
        assertThat(text(err)).contains("is not a directory");
    }

    @Test
    void servicesThatAreNotBuiltAreAFailureOfTheService() {
        assertThat(bolt("solve", "why?")).isEqualTo(4);
        assertThat(text(err)).contains("is not built").contains("./bolt");
    }

    @Test
    void colorsAsAsked() {
        bolt("solve", "why?", "--color", "always");
        assertThat(text(err)).startsWith("\u001b[31mbolt: ");
    }

    @Test
    void pathsAreOfTheWorkspaceOrOfTheCurrentDirectoryInsideIt() throws Exception {
        var workspace = folder.toRealPath();
        var inner = Files.createDirectories(workspace.resolve("src"));
        Files.writeString(inner.resolve("a.py"), "");
        var context = context(inner);
        assertThat(Target.inside(workspace, context, "src/a.py")).isEqualTo("src/a.py");
        assertThat(Target.inside(workspace, context, "a.py")).isEqualTo("src/a.py");
        assertThat(Target.inside(workspace, context, inner.resolve("a.py").toString()))
                .isEqualTo("src/a.py");
        assertThat(Target.inside(workspace, context, "none.py")).isEqualTo("none.py");
    }

    private int bolt(String... args) {
        var context = context(folder);
        int code = BoltCommand.create(context).execute(args);
        context.terminal().out().flush();
        return code;
    }

    private Context context(Path directory) {
        var environment = Map.of("BOLT_HOME", folder.resolve("home").toString(), "BOLT_DIST", folder.toString());
        return new Context(environment, directory, Terminal.plain(out, err));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
