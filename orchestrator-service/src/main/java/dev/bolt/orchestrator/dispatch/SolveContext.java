package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.solve.RelatedFile;
import dev.bolt.orchestrator.evidence.Gathered;
import dev.bolt.orchestrator.evidence.Ranking;
import dev.bolt.orchestrator.solve.Understanding;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the steps of one solve share. */
final class SolveContext {
    final WorkspaceId workspace;
    final String question;
    final Understanding asked;
    final int limit;
    final Gathered found = new Gathered();
    final List<Finding> findings = new CopyOnWriteArrayList<>();
    final List<ImpactedFile> impact = new CopyOnWriteArrayList<>();
    final List<RelatedFile> related = new CopyOnWriteArrayList<>();
    volatile Ranking ranking = new Ranking(List.of(), List.of(), false, 0, 1);

    SolveContext(WorkspaceId workspace, String question, Understanding asked, int limit) {
        this.workspace = workspace;
        this.question = question;
        this.asked = asked;
        this.limit = limit;
    }

    /** The best files, so many at most. */
    List<String> best(int most) {
        return ranking.files().stream().limit(most).map(file -> file.path()).toList();
    }
}
