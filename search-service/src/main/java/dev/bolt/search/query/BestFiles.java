package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.lease.Weight;
import dev.bolt.search.rank.FileRank;
import dev.bolt.search.rank.RankProperties;
import dev.bolt.search.scan.FileSink;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, of all files that it is given, the best ones by {@link FileRank}: as many as have so many lines that match.
 * With a limit it takes all and needs memory for that limit; without one it ends at its bound of memory.
 */
final class BestFiles implements FileSink {
    private final TreeMap<FileRank, FileMatches> best = new TreeMap<>();
    private final RankProperties properties;
    private final int limit;
    private final Lease lease;
    private final long mostBytes;
    private @Nullable FileMatches newest;
    private long bytes;
    private long lines;
    private boolean dropped;

    /** @param lease pays for what is kept */
    BestFiles(RankProperties properties, int limit, Lease lease, long mostBytes) {
        this.properties = properties;
        this.limit = limit;
        this.lease = lease;
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean take(FileMatches part) {
        FileMatches file = part;
        FileMatches before = newest;
        if (before != null && before.path().equals(part.path())) {
            FileMatches begun = best.remove(FileRank.of(before, properties));
            if (begun == null) {
                dropped = true; // the part before was not good enough, and is gone
                return true;
            }
            count(begun, -1);
            file = Gathered.joined(begun, part);
        }
        newest = file;
        best.put(FileRank.of(file, properties), file);
        boolean paid = count(file, 1);
        while (limit > 0 && lines - best.lastEntry().getValue().matched() >= limit) {
            count(best.pollLastEntry().getValue(), -1);
            dropped = true;
        }
        return paid && bytes < mostBytes;
    }

    /** The best first. */
    List<FileMatches> files() {
        return List.copyOf(best.values());
    }

    /** Whether there were more than these. */
    boolean dropped() {
        return dropped;
    }

    private boolean count(FileMatches file, int sign) {
        long weight = Weight.of(file);
        lines += sign * file.matched();
        bytes += sign * weight;
        if (sign < 0) {
            lease.give(weight);
            return true;
        }
        return lease.take(weight);
    }
}
