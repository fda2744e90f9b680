package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.search.rank.FileRank;
import dev.bolt.search.rank.RankProperties;
import dev.bolt.search.scan.FileSink;
import java.util.List;
import java.util.TreeMap;

/**
 * Keeps, of all files that it is given, the best ones by {@link FileRank}: as many as have so many lines that match.
 * With a limit it takes all and needs memory for that limit; without one it ends at its bound of memory.
 */
final class BestFiles implements FileSink {
    private final TreeMap<FileRank, FileMatches> best = new TreeMap<>();
    private final RankProperties properties;
    private final int limit;
    private final long mostBytes;
    private long bytes;
    private long lines;
    private boolean dropped;

    BestFiles(RankProperties properties, int limit, long mostBytes) {
        this.properties = properties;
        this.limit = limit;
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean take(FileMatches file) {
        best.put(FileRank.of(file, properties), file);
        count(file, 1);
        while (limit > 0 && lines - lines(best.lastEntry().getValue()) >= limit) {
            count(best.pollLastEntry().getValue(), -1);
            dropped = true;
        }
        return bytes < mostBytes;
    }

    /** The best first. */
    List<FileMatches> files() {
        return List.copyOf(best.values());
    }

    /** Whether there were more than these. */
    boolean dropped() {
        return dropped;
    }

    private void count(FileMatches file, int sign) {
        lines += sign * lines(file);
        bytes += sign * Gathered.bytes(file);
    }

    private static long lines(FileMatches file) {
        return file.lines().stream()
                .filter((MatchedLine line) -> !line.context())
                .count();
    }
}
