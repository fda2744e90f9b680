package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Lines;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.Silences;
import dev.bolt.analysis.syntax.Walk;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.code.SourceSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the findings of one file; what settings or comments silence is left out. */
final class Report {
    private final FileModel model;
    private final Silences silences;
    private final Map<String, ImportedName> imports = new HashMap<>();
    private Expression.@Nullable Call named;
    private String name = "";
    private final FindingProperties limits;
    private final List<Finding> findings = new ArrayList<>();

    Report(Module module, FileModel model, FindingProperties limits) {
        this.model = model;
        this.silences = module.silences();
        for (ImportedName each : model.imports()) {
            if (each.level() == 0) {
                imports.putIfAbsent(each.bound(), each);
            }
        }
        this.limits = limits;
    }

    void add(KnownRule rule, Lines lines, Scope scope, String message) {
        add(rule, lines.first(), lines.last(), scope, message);
    }

    void add(KnownRule rule, int first, int last, Scope scope, String message) {
        if (limits.enabled(rule) && !silences.silent(first, rule.id())) {
            var span = new SourceSpan(model.path(), first, last);
            findings.add(new Finding(rule.id(), rule.severity(), message, rule.advice(), span, scope.qualifiedName()));
        }
    }

    void add(KnownRule rule, int line, Scope scope, String message) {
        add(rule, line, line, scope, message);
    }

    /**
     * The full dotted name of what is called, through imports; empty if it is no name. Rules ask one after the other.
     */
    String name(Expression.Call call) {
        if (call != named) {
            Expression first = call.function();
            while (first instanceof Expression.Attribute attribute) {
                first = attribute.value();
            }
            String written = first instanceof Expression.Name ? Walk.dotted(call.function()) : null;
            boolean plain = first instanceof Expression.Name root && !imports.containsKey(root.id());
            name = written == null ? "" : plain ? written : imported(written);
            named = call;
        }
        return name;
    }

    /** The full dotted name of a name in this file, if it was imported: {@code sleep} → {@code time.sleep}. */
    String imported(String dotted) {
        int dot = dotted.indexOf('.');
        String first = dot < 0 ? dotted : dotted.substring(0, dot);
        String rest = dot < 0 ? "" : dotted.substring(dot);
        ImportedName origin = imports.get(first);
        if (origin == null) {
            return dotted;
        }
        boolean whole = origin.name().isEmpty() && origin.module().startsWith(first + ".");
        return (whole ? first : origin.written()) + rest;
    }

    List<Finding> findings() {
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.span().startLine())
                        .thenComparing(Finding::ruleId));
        return List.copyOf(findings);
    }
}
