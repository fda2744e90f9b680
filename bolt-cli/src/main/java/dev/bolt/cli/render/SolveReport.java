package dev.bolt.cli.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.index.Freshness;
import dev.bolt.api.solve.Clarification;
import dev.bolt.api.solve.Coverage;
import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.Proposal;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.Recommendation;
import dev.bolt.api.solve.RelatedFile;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveState;
import dev.bolt.api.solve.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A solve and its answer in one flat document: what {@code bolt solve --json} prints.
 *
 * @param id of the solve
 * @param workspace its name
 * @param question what was asked
 * @param state how it ended
 * @param intent what the question wants; empty without an answer
 * @param summary one or two sentences; empty without an answer
 * @param confidence 0 to 1
 * @param files best first
 * @param evidence best first
 * @param findings by severity
 * @param recommendations what to do next
 * @param impact who depends on the best files
 * @param related what goes with them
 * @param clarifications what was ambiguous
 * @param steps what the agents did, in the order in which they ended
 * @param coverage what the answer rests on; null without an answer
 * @param freshness how current it is; null without an answer
 * @param proposal what an attached language model makes of it; null, and not there in JSON, without one
 * @param problem why it failed or is partial; null otherwise
 * @param elapsedMillis from being accepted to the end by the clock on the wall; 0 if that was set back meanwhile
 */
public record SolveReport(
        String id,
        String workspace,
        String question,
        SolveState state,
        String intent,
        String summary,
        double confidence,
        List<RankedFile> files,
        List<Evidence> evidence,
        List<Finding> findings,
        List<Recommendation> recommendations,
        List<ImpactedFile> impact,
        List<RelatedFile> related,
        List<Clarification> clarifications,
        List<Step> steps,
        @Nullable Coverage coverage,
        @Nullable Freshness freshness,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Proposal proposal,
        @Nullable String problem,
        long elapsedMillis) {

    /** Flattens a solve that has ended. */
    public static SolveReport of(Solve solve) {
        var answer = solve.answer();
        var request = solve.request();
        var ended = solve.endedAt();
        return new SolveReport(
                solve.id(),
                request.workspace().value(),
                request.question(),
                solve.state(),
                answer == null ? "" : answer.intent(),
                answer == null ? "" : answer.summary(),
                answer == null ? 0 : answer.confidence(),
                answer == null ? List.of() : answer.files(),
                answer == null ? List.of() : answer.evidence(),
                answer == null ? List.of() : answer.findings(),
                answer == null ? List.of() : answer.recommendations(),
                answer == null ? List.of() : answer.impact(),
                answer == null ? List.of() : answer.related(),
                answer == null ? List.of() : answer.clarifications(),
                solve.steps(),
                answer == null ? null : answer.coverage(),
                answer == null ? null : answer.freshness(),
                answer == null ? null : answer.proposal(),
                solve.problem(),
                ended == null
                        ? 0
                        : Math.max(0, Duration.between(solve.createdAt(), ended).toMillis()));
    }
}
