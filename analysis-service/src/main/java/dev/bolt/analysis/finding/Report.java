package dev.bolt.analysis.finding;

import dev.bolt.analysis.symbol.Complexity;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.syntax.Expression;
import dev.bolt.analysis.syntax.Kinds;
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
    private final Map<String, Origin> imports = new HashMap<>();
    private final Complexity complexity;
    private Expression.@Nullable Call named;
    private String name = "";
    private final int names;
    private final FindingProperties limits;
    private final List<Finding> findings = new ArrayList<>();

    /** What an imported name stands for, if that begins with a word of {@link Calls#WATCHED}. */
    private record Origin(String from, String to, boolean watched) {
        static final Origin OTHER = new Origin("", "", false);
    }

    Report(Module module, FileModel model, Complexity complexity, FindingProperties limits) {
        this.complexity = complexity;
        this.model = model;
        this.silences = module.silences();
        this.names = module.mentions().watchedLate() ? Kinds.CALL | Kinds.ATTRIBUTE | Kinds.SUBSCRIPT : Kinds.WATCHED;
        for (ImportedName each : model.imports()) {
            if (each.level() == 0) {
                imports.computeIfAbsent(each.bound(), bound -> origin(bound, each));
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

    private static Origin origin(String bound, ImportedName imported) {
        int dot = imported.module().indexOf('.');
        String first = dot < 0 ? imported.module() : imported.module().substring(0, dot);
        if (!Calls.WATCHED.contains(first)) {
            return Origin.OTHER;
        }
        boolean whole = imported.name().isEmpty() && dot > 0 && first.equals(bound);
        return new Origin(bound, whole ? bound : imported.written(), true);
    }

    /**
     * {@link Kinds} of which a statement is where {@link #name} tells the name of a call, or a word of {@link Watched}
     * is.
     */
    int names() {
        return names;
    }

    /** Looks at each function once. */
    Complexity complexity() {
        return complexity;
    }

    /**
     * The full dotted name of what is called, through imports: {@code sleep} → {@code time.sleep}; empty if it is no
     * name or does not begin with one of {@link Calls#WATCHED}. Rules ask one after the other.
     */
    String name(Expression.Call call) {
        if (call != named) {
            name = full(call.function());
            named = call;
        }
        return name;
    }

    private String full(Expression function) {
        Expression first = function;
        while (first instanceof Expression.Attribute attribute) {
            first = attribute.value();
        }
        if (!(first instanceof Expression.Name root)) {
            return "";
        }
        Origin origin = imports.get(root.id());
        boolean watched = origin == null ? Calls.WATCHED.contains(root.id()) : origin.watched;
        String written = watched ? Walk.dotted(function) : null;
        if (written == null) {
            return "";
        }
        return origin == null ? written : origin.to + written.substring(origin.from.length());
    }

    List<Finding> findings() {
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.span().startLine())
                        .thenComparing(Finding::ruleId));
        return List.copyOf(findings);
    }
}
