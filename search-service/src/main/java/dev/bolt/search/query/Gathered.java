package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.search.scan.FileSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is found, up to a bound on memory. */
final class Gathered implements FileSink {
    /** What a line takes beside its text, bytes; measured. */
    private static final int LINE_BYTES = 200;

    private final List<FileMatches> files = new ArrayList<>();
    private final long mostBytes;
    private long bytes;

    Gathered(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public boolean take(FileMatches file) {
        files.add(file);
        bytes += bytes(file);
        return bytes < mostBytes;
    }

    /** What a file takes, about. */
    static long bytes(FileMatches file) {
        long bytes = 0;
        for (MatchedLine line : file.lines()) {
            bytes += LINE_BYTES + line.text().length();
        }
        return bytes;
    }

    List<FileMatches> files() {
        return files;
    }
}
