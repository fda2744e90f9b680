package dev.bolt.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.RelatedFile;
import dev.bolt.orchestrator.InMemoryKnowledge;
import dev.bolt.orchestrator.Shop;
import dev.bolt.orchestrator.evidence.Ranking;
import dev.bolt.orchestrator.history.GitHistory;
import dev.bolt.orchestrator.solve.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an answer names from git depends on the head, and not on how far its history is read. */
class HistoryStepTest {
    private static final int REPEATS = 5;
    private static final RelatedFile TAX = new RelatedFile("tax.py", "changed-with", "cart.py");

    @TempDir
    Path root;

    private final Queue<Runnable> readings = new ArrayDeque<>();
    private final GitHistory history = new GitHistory(100, readings::add);
    private final Steps steps = new Steps(new InMemoryKnowledge().all(), history);

    @BeforeEach
    void twoChanges() throws Exception {
        history.begin(root); // first, so that JGit measures no file system
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            for (int change = 0; change < 2; change++) {
                Files.writeString(root.resolve("cart.py"), "a = " + change);
                Files.writeString(root.resolve("tax.py"), "b = " + change);
                git.add().addFilepattern(".").call();
                git.commit()
                        .setMessage("change")
                        .setSign(false)
                        .setAuthor("a", "a@example.org")
                        .setCommitter("a", "a@example.org")
                        .call();
            }
        }
    }

    @Test
    void namesNothingWhileItIsReadAndSaysSo() {
        for (int i = 0; i < REPEATS; i++) {
            SolveContext context = context();
            assertThat(steps.run("history", context)).isEqualTo("the git history is still being read");
            assertThat(context.historyPending).isTrue();
            assertThat(context.allRelated()).isEmpty();
        }
        assertThat(readings).as("one reading, whoever asks").hasSize(1);
    }

    @Test
    void namesTheSameFromThenOn() {
        history.begin(root);
        readings.remove().run();
        for (int i = 0; i < REPEATS; i++) {
            SolveContext context = context();
            assertThat(steps.run("history", context)).startsWith("1 files changed with the best in 2 commits");
            assertThat(context.historyPending).isFalse();
            assertThat(context.allRelated()).containsExactly(TAX);
        }
    }

    @Test
    void comesAfterWhatTheGraphSaysWhicheverEndsFirst() {
        history.begin(root);
        readings.remove().run();
        SolveContext context = context();
        steps.run("history", context);
        var imported = new RelatedFile("money.py", "imports", "cart.py");
        context.related.add(imported);
        assertThat(context.allRelated()).containsExactly(imported, TAX);
    }

    private SolveContext context() {
        String question = "who uses `Cart.total`?";
        var context = new SolveContext(Shop.ID, root, question, Reader.read(question), 10);
        context.ranking =
                new Ranking(List.of(new RankedFile("cart.py", 1, List.of("defines Cart"))), List.of(), false, -1, 0);
        return context;
    }
}
