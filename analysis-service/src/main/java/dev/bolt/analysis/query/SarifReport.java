package dev.bolt.analysis.query;

import dev.bolt.analysis.finding.KnownRule;
import dev.bolt.api.analysis.AnalysisResult;
import dev.bolt.api.analysis.Sarif;
import dev.bolt.api.analysis.SarifLog;
import java.util.Arrays;
import java.util.List;

/** Findings as SARIF 2.1.0 with every known rule as a descriptor. */
final class SarifReport {
    private static final List<SarifLog.ReportingDescriptor> RULES = Arrays.stream(KnownRule.values())
            .map(rule -> Sarif.rule(rule.id(), rule.why(), rule.advice(), rule.severity()))
            .toList();

    private SarifReport() {}

    static SarifLog of(AnalysisResult analysis) {
        return Sarif.log(
                RULES,
                analysis.files().stream()
                        .flatMap(file -> file.findings().stream())
                        .toList());
    }
}
