package dev.bolt.cli.render;

import dev.bolt.api.analysis.AnalysisResult;
import dev.bolt.api.analysis.CycleResult;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.DependencyResult;
import dev.bolt.api.analysis.ImpactResult;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolResult;
import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.einstein.SimilarityResult;
import dev.bolt.cli.console.Palette;
import dev.bolt.cli.console.Quantity;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Answers of the knowledge services for a person: a line each, {@code path:line} first, so that tools can cut them. */
public final class AnswerText {
    private final Palette colors;

    /** For any number of answers. */
    public AnswerText(Palette colors) {
        this.colors = colors;
    }

    /** Spans, best first. */
    public String similar(SimilarityResult result) {
        var text = new StringBuilder();
        for (var chunk : result.chunks()) {
            text.append(place(chunk.span().path(), chunk.span().startLine()))
                    .append("-")
                    .append(chunk.span().endLine())
                    .append("  ")
                    .append(Objects.requireNonNullElse(chunk.symbol(), chunk.kind()))
                    .append(colors.dim(String.format(Locale.ROOT, "  %.3f", chunk.score())))
                    .append(colors.dim(
                            chunk.duplicates().isEmpty()
                                    ? ""
                                    : "  and the same at "
                                            + chunk.duplicates().stream()
                                                    .map(SourceSpan::toString)
                                                    .collect(Collectors.joining(", "))))
                    .append('\n');
        }
        return text.toString();
    }

    /** Definitions, best fit first. */
    public String symbols(SymbolResult result) {
        var text = new StringBuilder();
        result.symbols().forEach(symbol -> text.append(symbol(symbol)));
        if (result.total() > result.symbols().size()) {
            text.append(colors.dim("… of " + Quantity.count(result.total(), "symbol") + "; see --limit"))
                    .append('\n');
        }
        return text.toString();
    }

    /** Each file, its findings, its definitions. */
    public String analysis(AnalysisResult result) {
        var text = new StringBuilder();
        for (var file : result.files()) {
            text.append(colors.bold(file.path()))
                    .append(colors.dim("  %s, %s, %s"
                            .formatted(
                                    file.language(),
                                    Quantity.count(file.lines(), "line"),
                                    Quantity.count(file.symbols().size(), "symbol"))))
                    .append('\n');
            for (var finding : file.findings()) {
                text.append("  ")
                        .append(place(file.path(), finding.span().startLine()))
                        .append("  ")
                        .append(finding.severity().name().toLowerCase(Locale.ROOT))
                        .append("  ")
                        .append(finding.message())
                        .append(colors.dim("  " + finding.ruleId()))
                        .append('\n');
            }
        }
        if (!result.complete()) {
            text.append(colors.dim("… more files than are shown; name a folder"))
                    .append('\n');
        }
        return text.toString();
    }

    /** Imports, then importers. */
    public String dependencies(DependencyResult result) {
        var text = new StringBuilder(colors.bold(result.path() + " imports")).append('\n');
        for (var dependency : result.dependencies()) {
            text.append("  ")
                    .append(place(dependency.from(), dependency.line()))
                    .append("  ")
                    .append(target(dependency))
                    .append('\n');
        }
        text.append(colors.bold("imported by")).append('\n');
        for (var dependency : result.dependents()) {
            text.append("  ")
                    .append(place(dependency.from(), dependency.line()))
                    .append(context(dependency))
                    .append('\n');
        }
        return text.toString();
    }

    /** Affected files, nearest first. */
    public String impact(ImpactResult result) {
        var text = new StringBuilder();
        for (var file : result.affected()) {
            text.append("%3d  ".formatted(file.distance()))
                    .append(colors.path(file.path()))
                    .append(colors.dim("  via " + file.via()))
                    .append('\n');
        }
        return text.append(colors.dim(Quantity.count(result.total(), "file") + " may break"))
                .append('\n')
                .toString();
    }

    /** Circles, largest first. */
    public String cycles(CycleResult result) {
        var text = new StringBuilder();
        for (var cycle : result.cycles()) {
            text.append(colors.bold(Quantity.count(cycle.paths().size(), "file")))
                    .append(cycle.runtime() ? "" : colors.dim("  (only inside functions or for type checking)"))
                    .append('\n')
                    .append("  ")
                    .append(String.join(" → ", cycle.example()))
                    .append('\n');
        }
        return text.append(colors.dim("%s among %s and %s"
                        .formatted(
                                Quantity.count(result.cycles().size(), "cycle"),
                                Quantity.count(result.files(), "file"),
                                Quantity.count(result.imports(), "import"))))
                .append('\n')
                .toString();
    }

    private String symbol(Symbol symbol) {
        var signature = symbol.signature();
        var docstring = symbol.docstring();
        return place(symbol.span().path(), symbol.span().startLine())
                + "  " + symbol.kind().name().toLowerCase(Locale.ROOT)
                + "  " + colors.bold(symbol.qualifiedName()) + (signature == null ? "" : signature)
                + (docstring == null ? "" : colors.dim("  " + docstring)) + "\n";
    }

    private String target(Dependency dependency) {
        var to = dependency.to();
        return (to == null ? dependency.module() : colors.path(to) + colors.dim("  " + dependency.module()))
                + context(dependency);
    }

    private String context(Dependency dependency) {
        return dependency.context().equals("top") ? "" : colors.dim("  (" + dependency.context() + ")");
    }

    private String place(String path, int line) {
        return colors.path(path) + ":" + colors.line(String.valueOf(line));
    }
}
