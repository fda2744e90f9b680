package dev.bolt.orchestrator.synthesis;

import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.ImpactedFile;
import dev.bolt.api.solve.Coverage;
import dev.bolt.api.solve.RelatedFile;
import java.util.List;

/**
 * What goes with a ranking without changing it.
 *
 * @param findings what the rules found in the ranked files
 * @param impact who depends on the best files
 * @param related what goes with them
 * @param coverage what the answer rests on
 */
public record Extras(List<Finding> findings, List<ImpactedFile> impact, List<RelatedFile> related, Coverage coverage) {
    public Extras {
        findings = List.copyOf(findings);
        impact = List.copyOf(impact);
        related = List.copyOf(related);
    }
}
