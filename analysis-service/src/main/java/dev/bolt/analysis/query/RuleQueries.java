package dev.bolt.analysis.query;

import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.analysis.finding.KnownRule;
import dev.bolt.api.analysis.AnalysisQuery;
import dev.bolt.api.analysis.RuleDescription;
import dev.bolt.api.analysis.SarifLog;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules themselves, and their findings for others to read. */
@Component
public final class RuleQueries {
    private final AnalysisQueries analyses;
    private final FindingProperties limits;

    RuleQueries(AnalysisQueries analyses, FindingProperties limits) {
        this.analyses = analyses;
        this.limits = limits;
    }

    /** All rules by id. */
    public List<RuleDescription> rules() {
        return Arrays.stream(KnownRule.values())
                .map(rule -> new RuleDescription(
                        rule.id(), rule.severity(), rule.why(), rule.advice(), limits.enabled(rule)))
                .sorted(Comparator.comparing(RuleDescription::id))
                .toList();
    }

    /** The findings of some files as SARIF. */
    public SarifLog sarif(AnalysisQuery query) {
        return SarifReport.of(analyses.analyze(query));
    }
}
