package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.search.plan.Needles;
import dev.bolt.search.regex.LinePattern;
import dev.bolt.search.regex.Refusal;
import dev.bolt.search.regex.Regex;
import dev.bolt.search.regex.TextPattern;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a query is searched for: line by line, or each text as a whole where a match may go over line ends. Immutable.
 */
public final class QueryPlan {
    private final Regex regex;
    private final Optional<Needles> needles;
    private final boolean acrossLines;
    private final boolean wholeFiles;
    private final Function<Timer, TextSearch> searches;

    private QueryPlan(
            Regex regex,
            Optional<Needles> needles,
            boolean acrossLines,
            boolean wholeFiles,
            Function<Timer, TextSearch> searches) {
        this.regex = regex;
        this.needles = needles;
        this.acrossLines = acrossLines;
        this.wholeFiles = wholeFiles;
        this.searches = searches;
    }

    /** @throws dev.bolt.platform.problem.ProblemException if only ripgrep can, or if the pattern is none */
    public static QueryPlan of(TextQuery query) {
        Optional<TextPattern> across = query.multiline() ? TextPattern.of(query) : Optional.empty();
        if (across.isPresent()) {
            if (query.invertMatch() || needsLinesAround(query)) {
                throw Refusal.unsupported(
                        query.patterns().getFirst(), "a search across lines, inverted, with context or a maximum");
            }
            return acrossLines(across.get());
        }
        LinePattern pattern = LinePattern.of(query);
        if (query.invertMatch() && query.maxCount() != null && query.afterContext() > 0 && pattern.lineByLine()) {
            // ripgrep 15 then forgets the maximum, and goes on to the end of the file.
            throw Refusal.unsupported(
                    query.patterns().getFirst(), "the end of the text, inverted, with a maximum and context");
        }
        Optional<Needles> needles = Needles.of(pattern.regex());
        return new QueryPlan(
                pattern.regex(),
                needles,
                false,
                needsLinesAround(query),
                timer -> new FileScan(query, pattern, needles, timer));
    }

    private static QueryPlan acrossLines(TextPattern pattern) {
        Optional<Needles> needles = Needles.of(pattern.regex());
        return new QueryPlan(pattern.regex(), needles, true, true, timer -> new TextScan(pattern, needles, timer));
    }

    /** What a match is. */
    public Regex regex() {
        return regex;
    }

    /** Strings of which each match holds one. */
    public Optional<Needles> needles() {
        return needles;
    }

    /** Whether a match may hold a line end. */
    public boolean acrossLines() {
        return acrossLines;
    }

    /** Whether a file must be searched as one text. */
    public boolean wholeFiles() {
        return wholeFiles;
    }

    /**
     * What one thread searches with.
     *
     * @param most time in its searches, all together, after which they end as if the deadline had passed
     */
    public TextSearch search(Deadline deadline, Duration most) {
        var timer = new Timer(deadline, most);
        return new TimedSearch(searches.apply(timer), timer);
    }

    private record TimedSearch(TextSearch search, Timer timer) implements TextSearch {
        @Override
        public @Nullable FileMatches search(String path, FileText text, IntUnaryOperator numbers) {
            timer.begin();
            try {
                return search.search(path, text, numbers);
            } finally {
                timer.end();
            }
        }

        @Override
        public @Nullable FileMatches search(String path, NeedleLines lines, @Nullable Long binaryOffset) {
            timer.begin();
            try {
                return search.search(path, lines, binaryOffset);
            } finally {
                timer.end();
            }
        }
    }

    private static boolean needsLinesAround(TextQuery query) {
        return query.beforeContext() > 0 || query.afterContext() > 0 || query.maxCount() != null;
    }
}
