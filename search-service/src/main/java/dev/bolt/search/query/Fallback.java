package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.ripgrep.Ripgrep;
import dev.bolt.search.ripgrep.RipgrepOutcome;
import dev.bolt.search.scan.Scan;
import dev.bolt.search.scan.ScanOutcome;
import dev.bolt.search.text.PathOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the index does not: by ripgrep where there is one, by a scan of our own where there is none or it dies.
 */
final class Fallback {
    private static final Logger log = LoggerFactory.getLogger(Fallback.class);

    private static final Comparator<FileMatches> BY_PATH = Comparator.comparing(FileMatches::path, PathOrder::compare);

    private final Optional<Ripgrep> ripgrep;
    private final Scan scan;

    Fallback(Optional<Ripgrep> ripgrep, Scan scan) {
        this.ripgrep = ripgrep;
        this.scan = scan;
    }

    /** @throws ProblemException BAD_PATTERN, or UNSUPPORTED_OPTION for what only ripgrep can where there is none */
    SearchResult search(Asked asked, Path root) {
        Deadline deadline = Deadline.current();
        if (ripgrep.isPresent()) {
            try {
                if (asked.goesOn()) {
                    return rest(ripgrep.get(), asked, root, deadline);
                }
                RipgrepOutcome found = ripgrep.get().search(root, asked.searched(), deadline);
                giveByPath(found.files(), asked);
                return asked.end(found.complete(), "ripgrep", false);
            } catch (IOException e) {
                if (asked.onlyRipgrep()) {
                    throw new ProblemException(Problem.UNSUPPORTED_OPTION, "ripgrep, which alone can, failed", e)
                            .withField("ripgrep");
                }
                log.warn("ripgrep failed; scanning instead", e);
                return scanInstead(asked, root, deadline, e);
            }
        }
        if (asked.onlyRipgrep()) {
            throw new ProblemException(
                            Problem.UNSUPPORTED_OPTION,
                            "Only ripgrep can, and there is none: install ripgrep 14 or newer and start Bolt again")
                    .withField("ripgrep");
        }
        return scan(asked, root, deadline);
    }

    /** What the scan cannot answer either, it refuses for want of a ripgrep; here there is one. */
    private SearchResult scanInstead(Asked asked, Path root, Deadline deadline, IOException failure) {
        try {
            return scan(asked, root, deadline);
        } catch (ProblemException e) {
            if (e.problem() != Problem.UNSUPPORTED_OPTION) {
                throw e;
            }
            failure.addSuppressed(e);
            throw new ProblemException(Problem.UNSUPPORTED_OPTION, "ripgrep, which alone can, failed", failure)
                    .withField("patterns");
        }
    }

    private SearchResult scan(Asked asked, Path root, Deadline deadline) {
        boolean all = asked.searched().after() != null;
        ScanOutcome found = scan.search(root, all ? asked.searched().page(0, "") : asked.searched(), deadline);
        giveByPath(found.files(), asked);
        return asked.end(found.complete(), "scan", true);
    }

    /** A page is cut from all lines, since ripgrep does not find them in order; as many are kept as it has. */
    private static SearchResult rest(Ripgrep ripgrep, Asked asked, Path root, Deadline deadline) throws IOException {
        TextQuery query = asked.searched();
        var first = new FirstFiles(asked.page().reached(), query.limit(), Lease.current(), Searcher.MOST_BYTES);
        boolean whole =
                ripgrep.search(root, counted(query, asked.page().reached().line()), first::add, deadline);
        first.close();
        if (!whole && query.after() != null) {
            throw new ProblemException(
                    Problem.DEADLINE_EXCEEDED, "A page is cut from all lines, and they were not found in time");
        }
        giveByPath(first.files(), asked);
        if (first.dropped()) {
            asked.page().stop();
        }
        return asked.end(whole, "ripgrep", true);
    }

    /** The same for all lines, of one file as many as a page may have behind its cursor. */
    private static TextQuery counted(TextQuery query, int cursor) {
        TextQuery all = query.page(0, "");
        long most = (long) query.limit() + cursor;
        boolean given = query.maxCount() != null && query.maxCount() <= most;
        return query.limit() == 0 || query.multiline() || given || most > Integer.MAX_VALUE
                ? all
                : all.but().maxCount((int) most).build();
    }

    /** By path, but for those that were given already by one who could not end. */
    private static void giveByPath(List<FileMatches> files, Asked asked) {
        Cursor from = asked.page().reached();
        asked.give(files.stream()
                .sorted(BY_PATH)
                .flatMap(file -> from.rest(file).stream())
                .toList());
    }
}
