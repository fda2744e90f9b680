package dev.bolt.einstein.ingest;

import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.einstein.lexical.FileStamp;
import dev.bolt.einstein.lexical.LexicalIndex;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WalkOptions;
import dev.bolt.platform.workspace.WalkResult;
import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.platform.workspace.WorkspaceWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the words of a workspace up to date: reads files whose length or time has changed, forgets those that are
 * gone, and keeps all of it in one commit, so a crash leaves the state before. What is read becomes searchable with the
 * next question.
 */
final class WordBuild {
    /** Names the way files are cut and indexed; another one makes everything be read again. */
    private static final String FORMAT = "5";

    /** Longest by which the time of a file lags behind the clock: two ticks of a 100 Hz kernel. */
    private static final Duration CLOCK_TICK = Duration.ofMillis(20);

    private final Chunker chunker;
    private final IngestProperties properties;
    private final InstantSource clock;
    private final ExecutorService readers;
    private final int parallelism;

    WordBuild(
            Chunker chunker,
            IngestProperties properties,
            InstantSource clock,
            ExecutorService readers,
            int parallelism) {
        this.chunker = chunker;
        this.properties = properties;
        this.clock = clock;
        this.readers = readers;
        this.parallelism = parallelism;
    }

    /** What a commit of this build says of itself. */
    static Map<String, String> facts(Path root, Instant asOf, int skipped, int failed) {
        return Map.of(
                "root", root.toString(),
                "asOf", asOf.toString(),
                "skipped", Integer.toString(skipped),
                "failed", Integer.toString(failed),
                "format", FORMAT,
                "complete", "true");
    }

    /** Whether a commit with these facts holds all of this workspace, as this program would have read it. */
    static boolean complete(Map<String, String> facts) {
        return "true".equals(facts.get("complete")) && FORMAT.equals(facts.get("format"));
    }

    /** Builds; returns early, with nothing kept, if the index is closed or another root is asked for meanwhile. */
    void run(WorkspaceIndex index, Path root) throws IOException {
        Instant began = clock.instant();
        requireRoom(index.folder());
        LexicalIndex lexical = index.lexical();
        begin(lexical, root);
        WalkResult walk = WorkspaceWalk.of(
                        root, new WalkOptions(false, false, properties.maxFile().toBytes(), true))
                .walk();
        Map<String, FileStamp> known = lexical.files();
        Instant settled = settled(lexical.facts());
        List<WorkspaceFile> changed = walk.files().stream()
                .filter(file -> !same(stamp(file), known.get(file.path()), settled))
                .toList();
        forget(lexical, known.keySet(), walk.files());
        var skipped = new AtomicInteger(walk.skippedBinary() + walk.skippedLarge());
        var failed = new AtomicInteger(walk.skippedUnreadable());
        read(index, root, changed, skipped, failed);
        if (!index.closed() && !index.progress().superseded(root)) {
            lexical.commit(facts(root, began, skipped.get(), failed.get()));
            var ids = lexical.ids();
            index.vectors().retain(ids);
            index.progress()
                    .tell(
                            root,
                            progress -> progress.ready(
                                    walk.files().size(),
                                    skipped.get(),
                                    failed.get(),
                                    ids.size(),
                                    began,
                                    "words are ready"));
        }
    }

    /** A file this young may have been written again, with the same time and length, after the last build read it. */
    private static Instant settled(Map<String, String> facts) {
        String asOf = facts.get("asOf");
        return asOf == null ? Instant.EPOCH : Instant.parse(asOf).minus(CLOCK_TICK);
    }

    /** Another root, or another format, begins anew; the root is kept first, so that a crash can be taken up. */
    private static void begin(LexicalIndex lexical, Path root) throws IOException {
        Map<String, String> facts = lexical.facts();
        boolean same = root.toString().equals(facts.get("root")) && FORMAT.equals(facts.get("format"));
        if (!same) {
            lexical.clear();
            lexical.commit(Map.of("root", root.toString(), "format", FORMAT, "complete", "false"));
        }
        lexical.refresh();
    }

    private static void forget(LexicalIndex lexical, Set<String> known, List<WorkspaceFile> files) throws IOException {
        var there = files.stream().map(WorkspaceFile::path).collect(Collectors.toSet());
        for (String path : known) {
            if (!there.contains(path)) {
                lexical.remove(path);
            }
        }
    }

    /** Counts those that turn out to be no text, and those that cannot be read. */
    private void read(
            WorkspaceIndex index, Path root, List<WorkspaceFile> files, AtomicInteger skipped, AtomicInteger failed)
            throws IOException {
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        BuildProgress progress = index.progress();
        progress.tell(root, now -> now.reads(0, files.size(), skipped.get(), failed.get()));
        SideBySide.run(readers, parallelism, () -> {
            int i = next.getAndIncrement();
            if (i >= files.size() || index.closed() || progress.superseded(root)) {
                return false;
            }
            WorkspaceFile file = files.get(i);
            if (!put(index.lexical(), file)) {
                (Files.isReadable(file.absolute()) ? skipped : failed).incrementAndGet();
            }
            int count = done.incrementAndGet();
            progress.tell(
                    root,
                    now -> now.reads(Math.max(count, now.filesDone()), files.size(), skipped.get(), failed.get()));
            return true;
        });
    }

    private boolean put(LexicalIndex lexical, WorkspaceFile file) throws IOException {
        FileStamp stamp = stamp(file);
        var text = SourceText.read(file.absolute(), properties.maxFile().toBytes());
        if (text.isEmpty()) {
            lexical.remove(file.path());
            return false;
        }
        lexical.put(stamp, text.get(), chunker.chunk(file.path(), text.get()));
        return true;
    }

    private static boolean same(FileStamp now, @Nullable FileStamp known, Instant settled) {
        return now.equals(known) && now.changedMicros() < micros(settled);
    }

    private static FileStamp stamp(WorkspaceFile file) {
        return new FileStamp(file.path(), file.sizeBytes(), micros(file.modifiedAt()), micros(file.changedAt()));
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private void requireRoom(Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < properties.minFree().toBytes()) {
            throw new IOException("No space left on device: %d MB free, %d MB wanted"
                    .formatted(free >> 20, properties.minFree().toMegabytes()));
        }
    }
}
