package dev.bolt.cli.render;

import dev.bolt.api.analysis.Severity;
import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.Proposal;
import dev.bolt.api.solve.Revision;
import dev.bolt.cli.console.Palette;
import dev.bolt.cli.console.Quantity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer for a person: files, evidence with snippets, findings, what to do, who is affected, and the trail. */
public final class SolveText {
    private static final int SNIPPET_LINES = 4;
    private static final int SHORT_LIST = 8;
    private static final int SHORT_COMMIT = 8;

    private final Palette colors;
    private final StringBuilder text = new StringBuilder();

    /** For one answer. */
    public SolveText(Palette colors) {
        this.colors = colors;
    }

    /** The whole text, ended by a newline. */
    public String render(SolveReport answer) {
        SolveReport report = Printable.of(answer, SolveReport.class);
        if (!report.summary().isEmpty()) {
            text.append(report.summary()).append("\n");
        }
        var problem = report.problem();
        if (problem != null) {
            text.append(colors.yellow(report.state().name().toLowerCase(Locale.ROOT) + ": "))
                    .append(problem)
                    .append('\n');
        }
        proposal(report.proposal());
        files(report);
        evidence(report.evidence());
        findings(report);
        section(
                "Recommendations",
                report.recommendations(),
                r -> "- " + r.text() + " " + colors.dim(r.span().toString()));
        section(
                "Impact",
                report.impact(),
                i -> colors.path(i.path()) + colors.dim("  distance " + i.distance() + ", via " + i.via()));
        section(
                "Related",
                report.related(),
                r -> colors.path(r.path()) + colors.dim("  " + r.relation() + " " + r.via()));
        section(
                "Unclear",
                report.clarifications(),
                c -> "- " + c.question() + colors.dim("  " + String.join(" | ", c.choices())));
        heading("Trail");
        report.steps()
                .forEach(step ->
                        text.append("  ").append(StepLine.of(step, colors)).append('\n'));
        footer(report);
        return text.toString();
    }

    private void proposal(@Nullable Proposal proposal) {
        if (proposal == null) {
            return;
        }
        heading("Proposal of " + proposal.model());
        text.append(proposal.summary()).append('\n');
        if (proposal.patch() != null) {
            text.append('\n').append(proposal.patch());
        }
    }

    private void files(SolveReport report) {
        if (report.files().isEmpty()) {
            return;
        }
        heading("Files");
        int rank = 1;
        for (var file : report.files()) {
            text.append("%3d  ".formatted(rank++))
                    .append(colors.bold(file.path()))
                    .append(colors.dim(String.format(Locale.ROOT, "  %.2f", file.score())))
                    .append('\n');
            file.reasons()
                    .forEach(reason -> text.append("       ").append(reason).append('\n'));
        }
    }

    private void evidence(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        heading("Evidence");
        for (var item : evidence) {
            text.append("  ")
                    .append(colors.path(item.path()))
                    .append(':')
                    .append(colors.line(String.valueOf(item.startLine())));
            if (!item.symbol().isEmpty()) {
                text.append("  ").append(item.symbol());
            }
            text.append(colors.dim("  " + String.join(", ", item.sources()))).append('\n');
            item.snippet()
                    .lines()
                    .limit(SNIPPET_LINES)
                    .forEach(line -> text.append("      ")
                            .append(colors.dim(line.stripTrailing()))
                            .append('\n'));
        }
    }

    private void findings(SolveReport report) {
        section(
                "Findings",
                report.findings(),
                finding -> severity(finding.severity()) + " "
                        + colors.path(finding.span().path()) + ":"
                        + finding.span().startLine() + "  " + finding.message() + colors.dim("  " + finding.ruleId()));
    }

    private String severity(Severity severity) {
        var name = severity.name().toLowerCase(Locale.ROOT);
        return switch (severity) {
            case ERROR -> colors.red(name);
            case WARNING -> colors.yellow(name);
            case NOTE -> colors.dim(name);
        };
    }

    private <T> void section(String title, List<T> items, java.util.function.Function<T, String> line) {
        if (items.isEmpty()) {
            return;
        }
        heading(title);
        items.stream()
                .limit(SHORT_LIST)
                .forEach(item -> text.append("  ").append(line.apply(item)).append('\n'));
        if (items.size() > SHORT_LIST) {
            text.append(colors.dim("  and " + (items.size() - SHORT_LIST) + " more (--json has all)"))
                    .append('\n');
        }
    }

    private void heading(String title) {
        text.append(text.isEmpty() ? "" : "\n").append(colors.bold(title)).append('\n');
    }

    private void footer(SolveReport report) {
        var coverage = report.coverage();
        var parts = new StringBuilder("\n" + Quantity.duration(report.elapsedMillis()));
        if (!report.intent().isEmpty()) {
            parts.append(" · ")
                    .append(report.intent())
                    .append(String.format(Locale.ROOT, " · confidence %.2f", report.confidence()));
        }
        if (coverage != null) {
            parts.append(" · ").append(Quantity.count(coverage.files(), "file"));
            String failed = Failed.words(coverage.failed());
            parts.append(failed.isEmpty() ? "" : " · " + failed);
            parts.append(String.format(Locale.ROOT, " · %.0f %% embedded", coverage.embeddedShare() * 100));
            parts.append(revision(coverage.revision()));
            parts.append(Boolean.TRUE.equals(coverage.historyPending()) ? " · git history still being read" : "");
        }
        var freshness = report.freshness();
        if (freshness != null && freshness.filesBehind() > 0) {
            parts.append(" · ")
                    .append(Quantity.count(freshness.filesBehind(), "file"))
                    .append(" changed since they were read");
        }
        text.append(colors.dim(parts.toString())).append('\n');
    }

    private static String revision(@Nullable Revision revision) {
        if (revision == null) {
            return "";
        }
        String at = revision.commit().substring(0, SHORT_COMMIT);
        String name = revision.branch() == null ? at : revision.branch() + "@" + at;
        int dirty = revision.dirty().size();
        return " · " + name + (dirty == 0 ? "" : ", " + Quantity.count(dirty, "file") + " above not as committed");
    }
}
