package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.index.Freshness;
import dev.bolt.api.solve.RelatedFile;
import dev.bolt.orchestrator.evidence.Gathered;
import dev.bolt.orchestrator.evidence.Ranking;
import dev.bolt.orchestrator.solve.Understanding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the steps of one solve share. */
final class SolveContext {
    final WorkspaceId workspace;
    final Path root;
    final String question;
    final Understanding asked;
    final int limit;
    final Gathered found = new Gathered();
    final List<Finding> findings = new CopyOnWriteArrayList<>();
    final List<ImpactedFile> impact = new CopyOnWriteArrayList<>();
    final List<RelatedFile> related = new CopyOnWriteArrayList<>();
    /** What git says goes with the best; kept apart from what the graph says, so that no race orders the two. */
    final List<RelatedFile> companions = new CopyOnWriteArrayList<>();

    /** Whether git's history had not been read. */
    volatile boolean historyPending;

    /** Whether a step that succeeded had to leave something out. */
    volatile boolean cut;

    volatile @Nullable Advice advice;
    private @Nullable Instant oldest;
    private int filesBehind;
    volatile Ranking ranking = new Ranking(List.of(), List.of(), false, -1, 0);

    SolveContext(WorkspaceId workspace, Path root, String question, Understanding asked, int limit) {
        this.workspace = workspace;
        this.root = root;
        this.question = question;
        this.asked = asked;
        this.limit = limit;
    }

    /** What goes with the best: what the graph says, then what git says. */
    List<RelatedFile> allRelated() {
        return Stream.concat(related.stream(), companions.stream()).toList();
    }

    /** Takes in how current the answer of a service is. */
    synchronized void note(Freshness freshness) {
        if (oldest == null || freshness.asOf().isBefore(oldest)) {
            oldest = freshness.asOf();
        }
        filesBehind = Math.max(filesBehind, freshness.filesBehind());
    }

    /** The oldest of what was taken in; if there was nothing, that moment. */
    synchronized Freshness freshness(Instant otherwise) {
        return new Freshness(oldest == null ? otherwise : oldest, filesBehind);
    }

    /** The best files, so many at most. */
    List<String> best(int most) {
        return ranking.files().stream().limit(most).map(file -> file.path()).toList();
    }
}
