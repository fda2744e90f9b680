package dev.bolt.search.scan;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.lease.Weight;
import dev.bolt.search.regex.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Searches a directory in this process, file by file in path order, with ripgrep's lines for all it accepts. A file
 * that is larger than an eighth of the heap, or has more matches than are kept at a time, is left out, and the answer
 * is incomplete.
 */
public final class Scan {
    private static final long LARGEST = Runtime.getRuntime().maxMemory() / 8;

    private static final Duration UNBOUNDED = Duration.ofDays(365);

    private final FileTypes types;

    /** Knows the common types. */
    public Scan() {
        this(FileTypes.COMMON);
    }

    /** @param types that a query may name */
    public Scan(FileTypes types) {
        this.types = types;
    }

    /**
     * The lines that match, up to the limit or the deadline.
     *
     * @throws ProblemException BAD_PATTERN, BAD_REQUEST, or UNSUPPORTED_OPTION for what needs ripgrep
     */
    public ScanOutcome search(Path root, TextQuery query, Deadline deadline) {
        var filter = new FileFilter(query, types);
        TextSearch scan = QueryPlan.of(query).search(deadline, UNBOUNDED);
        var found = new ArrayList<FileMatches>();
        long lines = 0;
        boolean whole = true;
        Lease lease = Lease.current();
        long paid = 0;
        try {
            for (WorkspaceFile file : files(root, query, filter)) {
                deadline.check();
                if (!filter.keeps(file.path())) {
                    continue;
                }
                Optional<FileMatches> matches;
                try {
                    matches = search(scan, file);
                } catch (CrowdedTextException e) {
                    whole = false;
                    continue;
                }
                if (matches.isPresent()) {
                    found.add(matches.get());
                    lines += matches.get().matched();
                    long weight = Weight.of(matches.get());
                    boolean kept = lease.take(weight);
                    paid += kept ? weight : 0;
                    if (!kept || query.limit() > 0 && lines >= query.limit()) {
                        return new ScanOutcome(found, lines, false);
                    }
                }
            }
        } catch (StackOverflowError e) {
            throw Refusal.unsupported(query.patterns().getFirst(), "matches too deep for the scan");
        } catch (BrokenMatchException e) {
            throw Refusal.unsupported(query.patterns().getFirst(), "matches beside bytes that are no UTF-8");
        } catch (ProblemException e) {
            if (e.problem() != Problem.DEADLINE_EXCEEDED) {
                throw e;
            }
            return new ScanOutcome(found, lines, false);
        } finally {
            lease.give(paid); // who is given the files pays for them from now on
        }
        return new ScanOutcome(found, lines, whole);
    }

    /**
     * The files that a query would look into.
     *
     * @throws ProblemException BAD_REQUEST or UNSUPPORTED_OPTION for what is no glob or no known type
     */
    public List<String> paths(Path root, TextQuery query) {
        var filter = new FileFilter(query, types);
        return files(root, query, filter).stream()
                .map(WorkspaceFile::path)
                .filter(filter::keeps)
                .toList();
    }

    private static List<WorkspaceFile> files(Path root, TextQuery query, FileFilter filter) {
        var options = new WalkOptions(query.hidden(), query.noIgnore(), 0, false);
        return WorkspaceWalk.of(root, options, filter).walk().files();
    }

    private static Optional<FileMatches> search(TextSearch scan, WorkspaceFile file) {
        try {
            return Optional.ofNullable(
                    scan.search(file.path(), FileText.read(file.absolute(), LARGEST), TextSearch.from(1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
