package dev.bolt.api.analysis;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Findings as SARIF 2.1.0: every finding a result with its file, lines and symbol. */
public final class Sarif {
    private static final String VERSION =
            Objects.requireNonNullElse(Sarif.class.getPackage().getImplementationVersion(), "0.1.0");

    private Sarif() {}

    /**
     * The log of one run.
     *
     * @param rules that the results are of; a finding of another has the index -1
     */
    public static SarifLog log(List<SarifLog.ReportingDescriptor> rules, Collection<Finding> findings) {
        Map<String, Integer> places = new HashMap<>();
        for (SarifLog.ReportingDescriptor rule : rules) {
            places.put(rule.id(), places.size());
        }
        List<SarifLog.Result> results = findings.stream()
                .map(finding -> result(finding, places.getOrDefault(finding.ruleId(), -1)))
                .toList();
        var tool = new SarifLog.Tool(new SarifLog.Driver("Bolt", VERSION, rules));
        return new SarifLog(new SarifLog.Run(tool, results, "utf16CodeUnits"));
    }

    /** The log of findings whose rules are known by them alone. */
    public static SarifLog log(Collection<Finding> findings) {
        Map<String, SarifLog.ReportingDescriptor> rules = new LinkedHashMap<>();
        for (Finding finding : findings) {
            rules.computeIfAbsent(
                    finding.ruleId(),
                    id -> rule(id, finding.recommendation(), finding.recommendation(), finding.severity()));
        }
        return log(new ArrayList<>(rules.values()), findings);
    }

    /** A rule. */
    public static SarifLog.ReportingDescriptor rule(String id, String why, String advice, Severity severity) {
        return new SarifLog.ReportingDescriptor(
                id,
                new SarifLog.Message(id),
                new SarifLog.Message(why),
                new SarifLog.Message(advice),
                new SarifLog.Configuration(level(severity)));
    }

    private static SarifLog.Result result(Finding finding, int ruleIndex) {
        var file = new SarifLog.ArtifactLocation(uri(finding.span().path()), "%SRCROOT%");
        var region =
                new SarifLog.Region(finding.span().startLine(), finding.span().endLine());
        List<SarifLog.LogicalLocation> around =
                finding.symbol().isEmpty() ? List.of() : List.of(new SarifLog.LogicalLocation(finding.symbol()));
        var location = new SarifLog.Location(new SarifLog.PhysicalLocation(file, region), around);
        return new SarifLog.Result(
                finding.ruleId(),
                ruleIndex,
                level(finding.severity()),
                new SarifLog.Message(finding.message() + " " + finding.recommendation()),
                List.of(location));
    }

    private static String level(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** A relative reference after RFC 3986: spaces, letters beyond ASCII and the like are escaped, slashes stay. */
    private static String uri(String path) {
        try {
            String raw = new URI(null, null, "./" + path, null).getRawPath().substring(2);
            var ascii = new StringBuilder(raw.length());
            for (byte b : raw.getBytes(StandardCharsets.UTF_8)) { // URI.toASCIIString would compose letters anew
                ascii.append(b < 0 ? "%%%02X".formatted(b) : String.valueOf((char) b));
            }
            return ascii.toString();
        } catch (URISyntaxException impossible) {
            return path;
        }
    }
}
