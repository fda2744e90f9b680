package dev.bolt.orchestrator.synthesis;

import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.index.Freshness;
import dev.bolt.api.solve.Clarification;
import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.Recommendation;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.orchestrator.evidence.Ranking;
import dev.bolt.orchestrator.solve.Understanding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the answer from what was found; says only what the evidence shows. */
public final class Synthesizer {
    private static final int FINDINGS = 20;
    /** A confidence below this says that nothing clearly answers. */
    public static final double NOTHING_FOUND = 0.3;

    private static final Map<String, List<String>> RULES_FIRST = Map.of(
            "debug", List.of("syntax", "except", "resource", "function.mutable", "growth", "network"),
            "optimize", List.of("growth", "blocking", "network", "complexity", "resource"),
            "refactor", List.of("complexity", "function", "class", "import", "design"),
            "verify", List.of("syntax", "except", "call"));

    private Synthesizer() {}

    /** The answer. */
    public static SolveAnswer write(
            Understanding asked,
            Ranking ranking,
            Extras extras,
            Map<String, List<Symbol>> symbols,
            Freshness freshness) {
        List<Evidence> evidence = ranking.evidence();
        double confidence = Confidence.of(ranking);
        List<Finding> findings = findings(asked, evidence, extras.findings());
        return new SolveAnswer(
                asked.intent(),
                summary(asked, ranking, evidence, extras, confidence),
                confidence,
                ranking.files(),
                evidence,
                findings,
                confidence < NOTHING_FOUND ? List.of() : recommendations(asked, evidence, findings),
                extras.impact(),
                extras.related(),
                clarifications(symbols, ranking, confidence),
                extras.coverage(),
                freshness,
                null);
    }

    private static String summary(
            Understanding asked, Ranking ranking, List<Evidence> evidence, Extras extras, double confidence) {
        if (ranking.files().isEmpty()) {
            return "Nothing found.";
        }
        if (confidence < NOTHING_FOUND) {
            return "Nothing found that clearly answers; the files below only share some words with the question.";
        }
        String first = evidence.isEmpty() ? ranking.files().getFirst().path() : place(evidence.getFirst());
        var text = new StringBuilder("Best answered by ").append(first);
        if (evidence.size() > 1
                && !evidence.get(1).path().equals(evidence.getFirst().path())) {
            text.append(", then ").append(place(evidence.get(1)));
        }
        text.append('.');
        boolean users = asked.wantsUsers() || asked.intent().equals("impact");
        if (users && !extras.impact().isEmpty()) {
            long direct = extras.impact().stream()
                    .filter(file -> file.distance() == 1)
                    .count();
            text.append(" %s them, %s on them in all."
                    .formatted(
                            counted(direct, "file imports", "files import"),
                            counted(extras.impact().size(), "file depends", "files depend")));
        }
        return text.toString();
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String place(Evidence evidence) {
        var span = new SourceSpan(evidence.path(), evidence.startLine(), evidence.endLine());
        return evidence.symbol().isEmpty() ? span.toString() : evidence.symbol() + " (" + span + ")";
    }

    /** Those in the evidence's own lines before the rest of its files, by intent and severity. */
    private static List<Finding> findings(Understanding asked, List<Evidence> evidence, List<Finding> all) {
        List<String> first = RULES_FIRST.getOrDefault(asked.intent(), List.of());
        return all.stream()
                .sorted(Comparator.comparing((Finding finding) -> !inside(finding, evidence))
                        .thenComparing(finding -> first.stream().noneMatch(finding.ruleId()::startsWith))
                        .thenComparing(Finding::severity, Comparator.reverseOrder())
                        .thenComparing(finding -> finding.span().path())
                        .thenComparing(finding -> finding.span().startLine()))
                .limit(FINDINGS)
                .toList();
    }

    private static boolean inside(Finding finding, List<Evidence> evidence) {
        return evidence.stream()
                .anyMatch(one -> new SourceSpan(one.path(), one.startLine(), one.endLine()).overlaps(finding.span()));
    }

    private static List<Recommendation> recommendations(
            Understanding asked, List<Evidence> evidence, List<Finding> findings) {
        var recommendations = new ArrayList<Recommendation>();
        String verb = switch (asked.intent()) {
            case "debug" -> "Begin debugging at ";
            case "optimize" -> "Measure first ";
            case "refactor" -> "Begin the change at ";
            case "impact" -> "Check the users of ";
            case "feature" -> "Add it beside ";
            case "verify" -> "Check ";
            default -> "Read ";
        };
        for (Evidence one : evidence.subList(0, Math.min(3, evidence.size()))) {
            String name = one.symbol().isEmpty() ? one.path() : one.symbol();
            recommendations.add(
                    new Recommendation(verb + name + ".", new SourceSpan(one.path(), one.startLine(), one.endLine())));
        }
        findings.stream()
                .filter(finding -> inside(finding, evidence))
                .limit(5)
                .forEach(finding -> recommendations.add(new Recommendation(finding.recommendation(), finding.span())));
        return recommendations;
    }

    private static List<Clarification> clarifications(
            Map<String, List<Symbol>> symbols, Ranking ranking, double confidence) {
        var clarifications = new ArrayList<Clarification>();
        for (var entry : new TreeMap<>(symbols).entrySet()) {
            Set<String> files = new java.util.TreeSet<>();
            entry.getValue().forEach(symbol -> files.add(symbol.span().path() + " (" + symbol.qualifiedName() + ")"));
            if (files.size() >= 2 && files.size() <= 20) {
                clarifications.add(new Clarification(
                        "‘%s’ is defined in %d places. Which one?".formatted(entry.getKey(), files.size()),
                        files.stream().limit(4).toList()));
            }
        }
        if (confidence < NOTHING_FOUND && !ranking.files().isEmpty()) {
            clarifications.add(new Clarification(
                    "Few of the question's words occur in this workspace. Can you name a class, a function or a file?",
                    List.of()));
        }
        return clarifications;
    }
}
