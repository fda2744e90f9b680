package dev.bolt.cli.render;

import dev.bolt.api.solve.Evidence;
import dev.bolt.cli.console.Quantity;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An answer as Markdown for the context of a language model, within a budget of tokens: places first, then as much of
 * the evidence, best first, and of the rest as there is room for. What was left out is counted at the end. A token is
 * taken for 3.6 characters. No code can end the fence that it stands in.
 */
public final class SolveMarkdown {
    /** Below what clients of models accept from one tool. */
    public static final int TOKENS = 8000;

    private static final double CHARACTERS = 3.6;
    private static final int FOOTER = 120;
    private static final int LONGEST_QUESTION = 300;
    /** Digits that no repository of today has twice. */
    private static final int COMMIT = 12;

    private static final Pattern BACKTICKS = Pattern.compile("`{3,}");

    private final StringBuilder text = new StringBuilder();
    private final long room;
    private int left;

    private SolveMarkdown(int tokens) {
        room = (long) (tokens * CHARACTERS) - FOOTER;
    }

    /**
     * The whole document, ended by a newline.
     *
     * @param tokens that it may have, about; the beginning of the question, the summary and what both rest on are there
     *     in any case
     */
    public static String render(SolveReport report, int tokens) {
        return new SolveMarkdown(tokens).render(report);
    }

    private String render(SolveReport report) {
        text.append("# ").append(shortened(report.question())).append("\n\n");
        text.append(report.summary()).append('\n');
        if (report.problem() != null) {
            text.append("\n> ").append(report.problem()).append('\n');
        }
        basis(report);
        section(
                "Unclear",
                report.clarifications().stream()
                        .map(c -> "- %s %s".formatted(c.question(), String.join(" | ", c.choices())))
                        .toList());
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
        section(
                "Related",
                report.related().stream()
                        .map(r -> "- `%s` %s `%s`".formatted(r.path(), r.relation(), r.via()))
                        .toList());
        if (left > 0) {
            text.append("\n%d more did not fit into %.0f tokens; ask for more with --tokens.%n"
                    .formatted(left, (room + FOOTER) / CHARACTERS));
        }
        return text.toString();
    }

    private static String shortened(String question) {
        String line = question.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUESTION ? line : line.substring(0, LONGEST_QUESTION - 1) + "…";
    }

    /** How far the answer is to be trusted, and how current it is. */
    private void basis(SolveReport report) {
        var coverage = report.coverage();
        var freshness = report.freshness();
        if (coverage == null || freshness == null) {
            return;
        }
        String failed = Failed.words(coverage.failed());
        text.append(String.format(
                Locale.ROOT,
                "\nConfidence %.2f of 1. %s read, %d left out, %s%.0f %% embedded; as of %s, %d changed since.%n",
                report.confidence(),
                Quantity.count(coverage.files(), "file"),
                coverage.skipped(),
                failed.isEmpty() ? "" : failed + ", ",
                100 * coverage.embeddedShare(),
                freshness.asOf().truncatedTo(ChronoUnit.SECONDS),
                freshness.filesBehind()));
        var revision = coverage.revision();
        if (revision != null) {
            String branch = revision.branch();
            text.append("At ").append(branch == null ? "" : "`" + branch.replace('`', '\'') + "` ");
            text.append(revision.commit(), 0, COMMIT);
            int dirty = revision.dirty().size();
            text.append(dirty == 0 ? "" : "; %s below not as committed".formatted(Quantity.count(dirty, "file")));
            text.append(
                    Boolean.TRUE.equals(coverage.historyPending()) ? ". Its history is still being read.\n" : ".\n");
        }
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
        String fence = "`"
                .repeat(BACKTICKS
                        .matcher(item.snippet())
                        .results()
                        .mapToInt(run -> run.end() - run.start() + 1)
                        .max()
                        .orElse(3));
        return place.strip() + "\n\n" + fence + "\n" + item.snippet().stripTrailing() + "\n" + fence + "\n";
    }
}
