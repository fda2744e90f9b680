package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.syntax.Lines;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.Severity;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Collects the findings of one file; a line with {@code # noqa} keeps silent. */
final class Report {
    private final FileModel model;
    private final BitSet silenced;
    private final List<Finding> findings = new ArrayList<>();

    Report(FileModel model, BitSet silenced) {
        this.model = model;
        this.silenced = silenced;
    }

    void add(String ruleId, Severity severity, Lines lines, Scope scope, String message, String recommendation) {
        if (!silenced.get(lines.first())) {
            var span = new SourceSpan(model.path(), lines.first(), lines.last());
            findings.add(new Finding(ruleId, severity, message, recommendation, span, scope.qualifiedName()));
        }
    }

    void add(String ruleId, Severity severity, int line, Scope scope, String message, String recommendation) {
        add(ruleId, severity, new Lines(line, line), scope, message, recommendation);
    }

    /** The full dotted name of a name in this file, if it was imported: {@code sleep} → {@code time.sleep}. */
    String imported(String dotted) {
        int dot = dotted.indexOf('.');
        String first = dot < 0 ? dotted : dotted.substring(0, dot);
        String rest = dot < 0 ? "" : dotted.substring(dot);
        for (ImportedName each : model.imports()) {
            if (each.bound().equals(first) && each.level() == 0) {
                boolean whole = each.name().isEmpty() && each.module().startsWith(first + ".");
                return (whole ? first : each.written()) + rest;
            }
        }
        return dotted;
    }

    List<Finding> findings() {
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.span().startLine())
                        .thenComparing(Finding::ruleId));
        return List.copyOf(findings);
    }
}
