package dev.bolt.analysis.query;

import dev.bolt.analysis.finding.KnownRule;
import dev.bolt.api.analysis.AnalysisResult;
import dev.bolt.api.analysis.FileAnalysis;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.SarifLog;
import dev.bolt.api.analysis.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Findings as SARIF 2.1.0: every known rule is a descriptor, every finding a result with file, lines and symbol. */
final class SarifReport {
    private static final String VERSION =
            Objects.requireNonNullElse(SarifReport.class.getPackage().getImplementationVersion(), "0.1.0");

    private SarifReport() {}

    static SarifLog of(AnalysisResult analysis) {
        var results = new ArrayList<SarifLog.Result>();
        for (FileAnalysis file : analysis.files()) {
            file.findings().forEach(finding -> results.add(result(finding)));
        }
        List<SarifLog.ReportingDescriptor> rules =
                Arrays.stream(KnownRule.values()).map(SarifReport::descriptor).toList();
        var tool = new SarifLog.Tool(new SarifLog.Driver("Bolt", VERSION, rules));
        return new SarifLog(new SarifLog.Run(tool, results, "utf16CodeUnits"));
    }

    private static SarifLog.ReportingDescriptor descriptor(KnownRule rule) {
        return new SarifLog.ReportingDescriptor(
                rule.id(),
                new SarifLog.Message(rule.id()),
                new SarifLog.Message(rule.why()),
                new SarifLog.Message(rule.advice()),
                new SarifLog.Configuration(level(rule.severity())));
    }

    private static SarifLog.Result result(Finding finding) {
        var file = new SarifLog.ArtifactLocation(uri(finding.span().path()), "%SRCROOT%");
        var region =
                new SarifLog.Region(finding.span().startLine(), finding.span().endLine());
        List<SarifLog.LogicalLocation> around =
                finding.symbol().isEmpty() ? List.of() : List.of(new SarifLog.LogicalLocation(finding.symbol()));
        var location = new SarifLog.Location(new SarifLog.PhysicalLocation(file, region), around);
        return new SarifLog.Result(
                finding.ruleId(),
                index(finding.ruleId()),
                level(finding.severity()),
                new SarifLog.Message(finding.message() + " " + finding.recommendation()),
                List.of(location));
    }

    private static int index(String id) {
        for (KnownRule rule : KnownRule.values()) {
            if (rule.id().equals(id)) {
                return rule.ordinal();
            }
        }
        return -1;
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** A relative reference after RFC 3986: spaces and the like are escaped, slashes stay. */
    private static String uri(String path) {
        try {
            return new java.net.URI(null, null, "./" + path, null).getRawPath().substring(2);
        } catch (java.net.URISyntaxException impossible) {
            return path;
        }
    }
}
