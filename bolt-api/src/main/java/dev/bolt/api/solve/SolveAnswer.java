package dev.bolt.api.solve;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.index.Freshness;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer.
 *
 * @param intent {@code debug}, {@code optimize}, {@code refactor}, {@code impact}, {@code feature}, {@code verify} or
 *     {@code explain}
 * @param summary one or two sentences made from the evidence
 * @param confidence 0 to 1; below 0.3 means "nothing found that clearly answers"
 * @param files best first
 * @param evidence best first
 * @param findings what the rules found in the evidence, by severity
 * @param recommendations what to do next
 * @param impact who depends on the best files
 * @param related what goes with the best files; never reorders them
 * @param clarifications what was ambiguous
 * @param coverage what the answer rests on
 * @param freshness how current it is
 * @param proposal what an attached language model makes of it; null, and not there in JSON, without one
 */
public record SolveAnswer(
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
        Coverage coverage,
        Freshness freshness,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Proposal proposal) {
    /** Copies the lists. */
    public SolveAnswer {
        files = List.copyOf(files);
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
        recommendations = List.copyOf(recommendations);
        impact = List.copyOf(impact);
        related = List.copyOf(related);
        clarifications = List.copyOf(clarifications);
    }

    /** The same answer with what a model makes of it. */
    public SolveAnswer with(Proposal other) {
        return new SolveAnswer(
                intent,
                summary,
                confidence,
                files,
                evidence,
                findings,
                recommendations,
                impact,
                related,
                clarifications,
                coverage,
                freshness,
                other);
    }
}
