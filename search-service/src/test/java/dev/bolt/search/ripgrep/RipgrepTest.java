package dev.bolt.search.ripgrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Real child processes, most of which do what a ripgrep should not. */
class RipgrepTest {
    private static final TextQuery QUERY = TextQuery.regex(new WorkspaceId("w"), "x", 0);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final DataSize BUFFER = DataSize.ofKilobytes(64);
    private static final Duration LONG = Duration.ofSeconds(30);

    /** One file with one line that matches, as ripgrep says it. */
    private static final String FOUND = """
            printf '%s\\n' '{"type":"begin","data":{"path":{"text":"./a.txt"}}}'
            printf '%s\\n' '{"type":"match","data":{"path":{"text":"./a.txt"},"lines":{"text":"x\\n"},"line_number":1,\
            "absolute_offset":0,"submatches":[{"match":{"text":"x"},"start":0,"end":1}]}}'
            """;

    @TempDir
    Path directory;

    @Test
    void endsAProcessThatHangsAndGivesWhatItHadFound() throws Exception {
        RipgrepOutcome outcome = run("echo $$ > pid\n" + FOUND + "exec sleep 600", SHORT);
        assertThat(outcome.matchedLines()).isEqualTo(1);
        assertThat(outcome.files()).extracting("path").containsExactly("a.txt");
        assertThat(outcome.complete()).isFalse();
        assertGone("pid");
    }

    @Test
    void endsAProcessThatClosesItsOutputAndHangs() throws Exception {
        RipgrepOutcome outcome = run("echo $$ > pid\n" + FOUND + "exec sleep 600 >&- 2>&-", SHORT);
        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.matchedLines()).isEqualTo(1);
        assertGone("pid");
    }

    @Test
    void saysThatAProcessDiedInsteadOfGivingHalfAnAnswer() {
        assertThatThrownBy(() -> run(FOUND + "kill -9 $$", LONG)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> run(FOUND + "printf '{\"type\":\"mat'\nkill -9 $$", LONG))
                .isInstanceOf(IOException.class);
    }

    /** As ripgrep 15 does, which waits for that thread for ever. */
    @Test
    void endsAProcessOneOfWhoseThreadsDied() throws Exception {
        for (String thread : new String[] {"'<unnamed>'", "'main' (17)"}) {
            String dies = "echo $$ > pid\necho \"thread %s panicked at json.rs:874:30:\" >&2\nexec sleep 600";
            assertThatThrownBy(() -> run(FOUND + dies.formatted(thread), LONG))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("panicked");
            assertGone("pid");
        }
    }

    @Test
    void cutsAFloodShort() throws Exception {
        RipgrepOutcome outcome = run("echo $$ > pid\nwhile :; do\n" + FOUND + "done", LONG);
        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.matchedLines()).isPositive();
        assertGone("pid");
    }

    @Test
    void cutsALineWithoutEndShort() throws Exception {
        RipgrepOutcome outcome = run("echo $$ > pid\n" + FOUND + "exec cat /dev/zero", LONG);
        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.matchedLines()).isEqualTo(1);
        assertGone("pid");
    }

    @Test
    void drainsAFloodOfComplaints() throws Exception {
        RipgrepOutcome outcome = run(FOUND + "head -c 3000000 /dev/zero >&2\nexit 0", LONG);
        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.matchedLines()).isEqualTo(1);
    }

    @Test
    void endsTheDescendantsOfAProcess() throws Exception {
        RipgrepOutcome outcome = run("echo $$ > pid\nsleep 600 & echo $! > child\n" + FOUND + "wait", SHORT);
        assertThat(outcome.complete()).isFalse();
        assertGone("pid");
        assertGone("child");
    }

    @Test
    void answersInTimeWhereAnOrphanKeepsThePipeOpen() throws Exception {
        RipgrepOutcome outcome = run(FOUND + "(sleep 600 & echo $! > child)\nsleep 0.3\nexit 0", SHORT.multipliedBy(2));
        assertThat(outcome.matchedLines()).isEqualTo(1);
        ProcessHandle.of(pid("child")).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void hasSoManyThreadsAsItIsToldOrAsItLikes() throws Exception {
        var three = new RipgrepProperties(null, 3, 1, BUFFER, DataSize.ofMegabytes(1));
        ripgrep("printf '%s\\n' \"$@\" > arguments", three).search(directory, QUERY, Deadline.after(LONG));
        assertThat(Files.readAllLines(directory.resolve("arguments"))).contains("--threads=3");
        run("printf '%s\\n' \"$@\" > arguments", LONG);
        assertThat(Files.readAllLines(directory.resolve("arguments")))
                .contains("--json")
                .noneMatch(argument -> argument.startsWith("--threads") || argument.startsWith("-j"));
    }

    /** Each waits for the other. */
    @Test
    void runsSoManyProcessesAtOnceAsItIsTold() throws Exception {
        var two = new RipgrepProperties(null, 0, 2, BUFFER, DataSize.ofMegabytes(1));
        Ripgrep both = ripgrep("touch pid.$$\nwhile [ $(ls pid.* | wc -l) -lt 2 ]; do sleep 0.02; done\n" + FOUND, two);
        var other = new FutureTask<>(() -> both.search(directory, QUERY, Deadline.after(LONG)));
        Thread.ofVirtual().start(other);
        assertThat(both.search(directory, QUERY, Deadline.after(LONG)).complete())
                .isTrue();
        assertThat(other.get().complete()).isTrue();
    }

    @Test
    void stopsAtTheLimit() throws Exception {
        TextQuery two = TextQuery.regex(new WorkspaceId("w"), "x", 2);
        RipgrepOutcome outcome =
                ripgrep("echo $$ > pid\nwhile :; do\n" + FOUND + "done").search(directory, two, Deadline.after(LONG));
        assertThat(outcome.matchedLines()).isEqualTo(2);
        assertThat(outcome.complete()).isFalse();
        assertGone("pid");
    }

    @Test
    void givesItsPlaceBackHoweverASearchEnds() throws Exception {
        Ripgrep dying = ripgrep("kill -9 $$");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> dying.search(directory, QUERY, Deadline.after(LONG)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void turnsAwayASearchWhoseTurnDoesNotCome() throws Exception {
        Ripgrep busy = ripgrep("echo $$ > pid\nexec sleep 600");
        Thread first = Thread.ofPlatform().start(() -> {
            try {
                busy.search(directory, QUERY, Deadline.after(LONG));
            } catch (IOException | ProblemException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        Awaitility.await().until(() -> Files.exists(directory.resolve("pid")));
        assertThatThrownBy(() -> busy.search(directory, QUERY, Deadline.after(SHORT)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DEADLINE_EXCEEDED));
        first.interrupt();
        first.join(LONG);
        assertGone("pid");
    }

    /** One text that has 4,000 names: some minutes of work for a real ripgrep. */
    @Test
    void endsARealRipgrepAtTheDeadline() throws Exception {
        var binary = RipgrepBinary.find(RipgrepProperties.defaults());
        assumeTrue(binary.isPresent(), "no ripgrep 14 or newer on the PATH");
        Path text = directory.resolve("0.txt");
        Files.writeString(text, "one two three four\n".repeat(1 << 20));
        for (int i = 1; i < 4000; i++) {
            Files.createLink(directory.resolve(i + ".txt"), text);
        }
        var real = new Ripgrep(binary.get(), properties());
        TextQuery query = TextQuery.regex(new WorkspaceId("w"), "\\w+\\s+\\w+\\s+five", 0);
        RipgrepOutcome outcome = real.search(directory, query, Deadline.after(SHORT));
        assertThat(outcome.complete()).isFalse();
        Awaitility.await()
                .until(() -> ProcessHandle.current()
                        .descendants()
                        .noneMatch(child -> child.isAlive()
                                && child.info()
                                        .command()
                                        .filter(binary.get().path().toString()::equals)
                                        .isPresent()));
    }

    @Test
    void cannotStartWhatIsNotThere() {
        var nowhere = new Ripgrep(new RipgrepBinary(directory.resolve("rg"), "15.0.0"), properties());
        assertThatThrownBy(() -> nowhere.search(directory, QUERY, Deadline.after(LONG)))
                .isInstanceOf(IOException.class);
    }

    private RipgrepOutcome run(String script, Duration time) throws IOException {
        return ripgrep(script).search(directory, QUERY, Deadline.after(time));
    }

    private Ripgrep ripgrep(String script) throws IOException {
        return ripgrep(script, properties());
    }

    private Ripgrep ripgrep(String script, RipgrepProperties properties) throws IOException {
        Path file = directory.resolve("rg.sh");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Ripgrep(new RipgrepBinary(file, "15.0.0"), properties);
    }

    private static RipgrepProperties properties() {
        return new RipgrepProperties(null, 0, 1, BUFFER, DataSize.ofMegabytes(1));
    }

    private void assertGone(String file) throws IOException {
        long pid = pid(file);
        Awaitility.await().until(() -> ProcessHandle.of(pid).isEmpty() || !isAlive(pid));
    }

    private static boolean isAlive(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isPresent() && process.get().isAlive();
    }

    private long pid(String file) throws IOException {
        return Long.parseLong(Files.readString(directory.resolve(file)).strip());
    }
}
