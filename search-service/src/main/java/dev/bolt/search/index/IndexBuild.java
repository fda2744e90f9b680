package dev.bolt.search.index;

import dev.bolt.platform.workspace.WorkspaceFile;
import dev.bolt.search.lease.IndexRoom;
import dev.bolt.search.store.Block;
import dev.bolt.search.store.BlockWriter;
import dev.bolt.search.store.StoreFiles;
import dev.bolt.search.store.TextBytes;
import dev.bolt.search.text.PathOrder;
import dev.bolt.search.trigram.ChunkGrams;
import dev.bolt.search.trigram.GramMerge;
import dev.bolt.search.trigram.GramRun;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Builds an index from the files of a workspace: cuts them into blocks of some megabytes, packs blocks in parallel,
 * each with its sorted trigrams, and merges these. Memory: some 40 MB a worker, whatever the size of the workspace.
 * Nothing is left behind by a build that fails.
 */
public final class IndexBuild {
    private static final long BLOCK_BYTES = 8 << 20;

    /** Files above are read in pieces. */
    private static final long LARGE_BYTES = 16 << 20;

    private final ExecutorService pool;
    private final int workers;
    private final InstantSource clock;

    /**
     * @param pool runs the workers
     * @param workers how many pack side by side
     */
    public IndexBuild(ExecutorService pool, int workers, InstantSource clock) {
        this.pool = pool;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Builds, saves and opens.
     *
     * @param files what to pack
     * @param share what it may take, which is what it takes when it is built
     * @param packed is told how many files are packed, now and then, by any thread
     * @throws NoRoomException if it may not take so much
     * @throws IOException if it cannot be written
     * @throws InterruptedException if it was called off
     */
    public WorkspaceIndex build(
            IndexFolder folder, Path root, List<WorkspaceFile> files, IndexRoom.Share share, IntConsumer packed)
            throws IOException, InterruptedException {
        List<List<WorkspaceFile>> parts = parts(files.stream()
                .sorted(Comparator.comparing(WorkspaceFile::path, PathOrder::compare))
                .toList());
        long bytes = files.stream().mapToLong(WorkspaceFile::sizeBytes).sum();
        share.begin(bytes / FilePacker.GRAMS);
        return build(folder, root, parts, share, true, packed);
    }

    /**
     * What an index needs beside the copies is guessed at first. Where that was too little, or so much that less was
     * copied than could be, it is built once more.
     */
    private WorkspaceIndex build(
            IndexFolder folder,
            Path root,
            List<List<WorkspaceFile>> parts,
            IndexRoom.Share share,
            boolean guessed,
            IntConsumer packed)
            throws IOException, InterruptedException {
        Path draft = folder.draft();
        try {
            write(draft, parts, share, packed);
            WorkspaceIndex built = WorkspaceIndex.read(draft, List.of());
            TextBytes text = built.store().bytes();
            long bytes = IndexFolder.bytes(draft);
            boolean tooMuch = text.copied() > 0 && !share.could(bytes);
            if (guessed && (tooMuch || WorkspaceIndex.couldBeCopied(text, bytes, share))) {
                IndexFolder.discard(draft);
                long needed = bytes - text.copied();
                share.begin(needed + WorkspaceIndex.reserve(needed));
                return build(folder, root, parts, share, false, packed);
            }
            if (!share.hold(bytes)) {
                throw new NoRoomException();
            }
            folder.publish(draft, root);
            return built;
        } catch (ClosedByInterruptException e) {
            IndexFolder.discard(draft);
            throw new InterruptedException("The build was called off");
        } catch (IOException | InterruptedException | RuntimeException e) {
            IndexFolder.discard(draft);
            throw e;
        }
    }

    private void write(Path draft, List<List<WorkspaceFile>> parts, IndexRoom.Share share, IntConsumer packed)
            throws IOException, InterruptedException {
        List<Block> blocks = pack(draft, parts, share, packed);
        List<Path> runs = new ArrayList<>();
        List<Integer> firstChunks = new ArrayList<>();
        int chunks = 0;
        for (int i = 0; i < blocks.size(); i++) {
            runs.add(run(draft, i));
            firstChunks.add(chunks);
            chunks += blocks.get(i).size();
        }
        GramMerge.merge(runs, firstChunks, chunks, draft.resolve("grams"), draft.resolve("postings"));
        StoreFiles.write(draft, blocks);
        for (Path run : runs) {
            Files.delete(run);
        }
    }

    private List<Block> pack(Path draft, List<List<WorkspaceFile>> parts, IndexRoom.Share share, IntConsumer packed)
            throws IOException, InterruptedException {
        Block[] blocks = new Block[parts.size()];
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            running.add(pool.submit(() -> {
                var grams = new ChunkGrams();
                for (int part = next.getAndIncrement(); part < blocks.length; part = next.getAndIncrement()) {
                    blocks[part] = pack(draft, part, parts.get(part), share, grams);
                    packed.accept(done.addAndGet(parts.get(part).size()));
                }
                return null;
            }));
        }
        try {
            for (Future<?> worker : running) {
                worker.get();
            }
            return List.of(blocks);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            next.set(blocks.length);
            await(running);
        }
    }

    /** A worker that still writes would write into what is deleted. */
    private static void await(List<Future<?>> running) {
        for (Future<?> worker : running) {
            boolean interrupted = Thread.interrupted();
            try {
                worker.get();
            } catch (ExecutionException | InterruptedException alreadyKnown) {
                interrupted |= alreadyKnown instanceof InterruptedException;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Block pack(Path draft, int number, List<WorkspaceFile> files, IndexRoom.Share share, ChunkGrams grams)
            throws IOException {
        try (var writer = new BlockWriter(StoreFiles.segment(draft, number), number, grams::add)) {
            var packer = new FilePacker(writer, LARGE_BYTES, share, clock);
            for (WorkspaceFile file : files) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("The build was called off");
                }
                packer.pack(file);
            }
            GramRun.write(grams, run(draft, number));
            return writer.block();
        }
    }

    private static List<List<WorkspaceFile>> parts(List<WorkspaceFile> files) {
        List<List<WorkspaceFile>> parts = new ArrayList<>();
        List<WorkspaceFile> part = new ArrayList<>();
        long bytes = 0;
        for (WorkspaceFile file : files) {
            if (bytes + file.sizeBytes() > BLOCK_BYTES && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(file);
            bytes += file.sizeBytes();
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static Path run(Path draft, int number) {
        return draft.resolve("run-" + number);
    }
}
