package dev.bolt.cli.render;

import java.util.Locale;

/** An answer as Markdown, short enough for the context of a language model: places first, code fenced. */
public final class SolveMarkdown {
    private SolveMarkdown() {}

    /** The whole document, ended by a newline. */
    public static String render(SolveReport report) {
        var text = new StringBuilder("# " + report.question().strip().replaceAll("\\s+", " ") + "\n\n");
        text.append(report.summary()).append('\n');
        if (report.problem() != null) {
            text.append("\n> ").append(report.problem()).append('\n');
        }
        text.append("\n## Files\n\n");
        int rank = 1;
        for (var file : report.files()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d. `%s` (%.2f): %s%n",
                    rank++,
                    file.path(),
                    file.score(),
                    String.join("; ", file.reasons())));
        }
        text.append("\n## Evidence\n");
        for (var item : report.evidence()) {
            text.append("\n`%s:%d-%d` %s%n"
                    .formatted(item.path(), item.startLine(), item.endLine(), item.symbol())
                    .replace(" \n", "\n"));
            var fence = item.snippet().contains("```") ? "````" : "```";
            text.append('\n')
                    .append(fence)
                    .append('\n')
                    .append(item.snippet().stripTrailing())
                    .append('\n')
                    .append(fence)
                    .append('\n');
        }
        if (!report.findings().isEmpty()) {
            text.append("\n## Findings\n\n");
            report.findings()
                    .forEach(f -> text.append("- ")
                            .append(f.severity().name().toLowerCase(Locale.ROOT))
                            .append(" `")
                            .append(f.span())
                            .append("` ")
                            .append(f.message())
                            .append(" (")
                            .append(f.ruleId())
                            .append(")\n"));
        }
        if (!report.recommendations().isEmpty()) {
            text.append("\n## Recommendations\n\n");
            report.recommendations()
                    .forEach(r -> text.append("- ")
                            .append(r.text())
                            .append(" (`")
                            .append(r.span())
                            .append("`)\n"));
        }
        if (!report.impact().isEmpty()) {
            text.append("\n## Impact\n\n");
            report.impact()
                    .forEach(i -> text.append("- `")
                            .append(i.path())
                            .append("` via `")
                            .append(i.via())
                            .append("`, distance ")
                            .append(i.distance())
                            .append('\n'));
        }
        return text.toString();
    }
}
