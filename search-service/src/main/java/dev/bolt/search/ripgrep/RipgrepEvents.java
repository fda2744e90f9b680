package dev.bolt.search.ripgrep;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.search.lease.Lease;
import dev.bolt.search.lease.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the JSON lines that one ripgrep writes into the matches of each file. One thread gives them, another may take
 * what there is at any time; whatever comes later is left out.
 */
final class RipgrepEvents {
    /** What is paid for at a time, bytes. */
    private static final long SOME = 64 << 10;

    private final RipgrepEvent event = new RipgrepEvent();
    private final List<FileMatches> files = new ArrayList<>();
    private final List<MatchedLine> open = new ArrayList<>();
    private final Lease lease;
    private final Optional<Consumer<FileMatches>> sink;
    private @Nullable String path;
    private long matchedLines;
    private long paid;
    private long unpaid;
    private boolean matchInFile;
    private boolean taken;

    /**
     * @param lease pays for what is kept here
     * @param sink is given each file that is whole; where there is none they are kept
     */
    RipgrepEvents(Lease lease, Optional<Consumer<FileMatches>> sink) {
        this.lease = lease;
        this.sink = sink;
    }

    /**
     * Takes one line of output.
     *
     * @param limit matched lines after which no more are wanted, 0 for no bound
     * @return whether more are wanted, and can be kept
     */
    boolean accept(byte[] line, int limit) {
        long due;
        synchronized (this) {
            if (taken) {
                return false;
            }
            event(line);
            if (limit > 0 && matchedLines >= limit) {
                return false;
            }
            due = unpaid > SOME ? unpaid : 0;
            unpaid -= due;
        }
        // It may wait here, and who takes what there is need not.
        if (due > 0 && !lease.take(due)) {
            return false;
        }
        return paid(due);
    }

    private synchronized boolean paid(long more) {
        if (taken) {
            lease.give(more);
            return false;
        }
        paid += more;
        return true;
    }

    /** What there is; a file that is still being searched counts with what it has. The lease is given back. */
    synchronized RipgrepOutcome outcome(boolean complete) {
        taken = true;
        finish(null);
        lease.give(paid);
        paid = 0;
        return new RipgrepOutcome(files, matchedLines, complete);
    }

    private void event(byte[] line) {
        event.read(line);
        switch (event.type()) {
            case "begin" -> {
                String raw = event.path();
                path = raw.startsWith("./") ? raw.substring(2) : raw;
            }
            case "match" -> add(event.line(false));
            case "context" -> add(event.line(true));
            case "end" -> finish(event.binaryOffset());
            default -> {}
        }
    }

    private void finish(@Nullable Long binaryOffset) {
        if (path != null && matchInFile) {
            var file = new FileMatches(path, open, binaryOffset);
            sink.ifPresentOrElse(to -> to.accept(file), () -> files.add(file));
        }
        open.clear();
        matchInFile = false;
        path = null;
    }

    private void add(MatchedLine line) {
        open.add(line);
        unpaid += sink.isPresent() ? 0 : Weight.of(line);
        if (!line.context()) {
            matchedLines += 1;
            matchInFile = true;
        }
    }
}
