package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.lease.Weight;
import dev.bolt.search.scan.FileSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is found, up to a bound on memory and as far as its lease goes; a file's parts as one file. */
final class Gathered implements FileSink {
    private final List<FileMatches> files = new ArrayList<>();
    private final Lease lease;
    private final long mostBytes;
    private long bytes;

    /** @param lease pays for what is kept */
    Gathered(Lease lease, long mostBytes) {
        this.lease = lease;
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean take(FileMatches file) {
        boolean part = !files.isEmpty() && files.getLast().path().equals(file.path());
        files.add(part ? joined(files.removeLast(), file) : file);
        long more = Weight.of(file);
        bytes += more;
        return lease.take(more) && bytes < mostBytes;
    }

    /** Two parts of a file, the earlier one first. */
    static FileMatches joined(FileMatches before, FileMatches after) {
        List<MatchedLine> lines = new ArrayList<>(before.lines());
        lines.addAll(after.lines());
        return new FileMatches(before.path(), lines, after.binaryOffset());
    }

    List<FileMatches> files() {
        return files;
    }
}
