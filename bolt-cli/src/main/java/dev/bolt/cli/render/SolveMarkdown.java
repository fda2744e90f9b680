package dev.bolt.cli.render;

import dev.bolt.api.solve.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An answer as Markdown for the context of a language model, within a budget of tokens: places first, then as much of
 * the evidence, best first, and of the rest as there is room for. What was left out is counted at the end. A token is
 * taken for 3.6 characters.
 */
public final class SolveMarkdown {
    /** Below what clients of models accept from one tool. */
    public static final int TOKENS = 8000;

    private static final double CHARACTERS = 3.6;
    private static final int FOOTER = 120;

    private final StringBuilder text = new StringBuilder();
    private final long room;
    private int left;

    private SolveMarkdown(int tokens) {
        room = (long) (tokens * CHARACTERS) - FOOTER;
    }

    /**
     * The whole document, ended by a newline.
     *
     * @param tokens that it may have, about; the question and the summary are there in any case
     */
    public static String render(SolveReport report, int tokens) {
        return new SolveMarkdown(tokens).render(report);
    }

    private String render(SolveReport report) {
        text.append("# ")
                .append(report.question().strip().replaceAll("\\s+", " "))
                .append("\n\n");
        text.append(report.summary()).append('\n');
        if (report.problem() != null) {
            text.append("\n> ").append(report.problem()).append('\n');
        }
        var files = new ArrayList<String>();
        for (var file : report.files()) {
            files.add(String.format(
                    Locale.ROOT,
                    "%d. `%s` (%.2f): %s",
                    files.size() + 1,
                    file.path(),
                    file.score(),
                    String.join("; ", file.reasons())));
        }
        section("Files", files);
        section(
                "Evidence",
                report.evidence().stream().map(SolveMarkdown::evidence).toList());
        section(
                "Findings",
                report.findings().stream()
                        .map(f -> "- %s `%s` %s (%s)"
                                .formatted(
                                        f.severity().name().toLowerCase(Locale.ROOT),
                                        f.span(),
                                        f.message(),
                                        f.ruleId()))
                        .toList());
        section(
                "Recommendations",
                report.recommendations().stream()
                        .map(r -> "- %s (`%s`)".formatted(r.text(), r.span()))
                        .toList());
        section(
                "Impact",
                report.impact().stream()
                        .map(i -> "- `%s` via `%s`, distance %d".formatted(i.path(), i.via(), i.distance()))
                        .toList());
        if (left > 0) {
            text.append("\n%d more did not fit into %.0f tokens; ask for more with --tokens.%n"
                    .formatted(left, (room + FOOTER) / CHARACTERS));
        }
        return text.toString();
    }

    private void section(String title, List<String> items) {
        String heading = "\n## " + title + "\n\n";
        boolean begun = false;
        for (String item : items) {
            int size = item.length() + 1 + (begun ? 0 : heading.length());
            if (text.length() + size > room) {
                left++;
                continue;
            }
            text.append(begun ? "" : heading).append(item).append('\n');
            begun = true;
        }
    }

    private static String evidence(Evidence item) {
        String place = "`%s:%d-%d` %s".formatted(item.path(), item.startLine(), item.endLine(), item.symbol());
        String fence = item.snippet().contains("```") ? "````" : "```";
        return place.strip() + "\n\n" + fence + "\n" + item.snippet().stripTrailing() + "\n" + fence + "\n";
    }
}
