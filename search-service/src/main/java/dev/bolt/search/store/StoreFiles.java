package dev.bolt.search.store;

import dev.bolt.platform.workspace.FileStamp;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tables of a store, as files: {@code files} and {@code chunks}. */
public final class StoreFiles {
    private StoreFiles() {}

    /** The segment of this number. */
    public static Path segment(Path directory, int number) {
        return directory.resolve("text-" + number);
    }

    /** Writes the tables of all blocks, one after the other. */
    public static void write(Path directory, List<Block> blocks) throws IOException {
        int filesBefore = 0;
        int chunksBefore = 0;
        try (var files = out(directory.resolve("files"));
                var chunks = out(directory.resolve("chunks"))) {
            TextBytes bytes = blocks.stream().map(Block::bytes).reduce(TextBytes.NONE, TextBytes::plus);
            files.writeLong(bytes.copied());
            files.writeLong(bytes.inPlace());
            files.writeLong(bytes.own());
            files.writeInt(blocks.size());
            files.writeInt(
                    blocks.stream().mapToInt(block -> block.files().size()).sum());
            for (Block block : blocks) {
                for (StoredFile file : block.files()) {
                    write(files, file.after(chunksBefore));
                }
                for (Chunk chunk : block.chunks()) {
                    chunks.writeInt(filesBefore + chunk.file());
                    chunks.writeInt(chunk.segment());
                    chunks.writeLong(chunk.offset());
                    chunks.writeInt(chunk.length());
                    chunks.writeInt(chunk.firstLine());
                }
                filesBefore += block.files().size();
                chunksBefore += block.size();
            }
        }
    }

    /**
     * The table of files.
     *
     * @param bytes how much text they have
     * @param segments how many segments hold it
     */
    record Table(TextBytes bytes, int segments, List<StoredFile> files) {}

    /** @throws IOException if it cannot be understood */
    static Table read(Path directory) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(directory.resolve("files")));
        try {
            var bytes = new TextBytes(in.getLong(), in.getLong(), in.getLong());
            int segments = in.getInt();
            int count = in.getInt();
            List<StoredFile> files = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                files.add(file(in));
            }
            return new Table(bytes, segments, files);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("The table of files ends too early", e);
        }
    }

    private static StoredFile file(ByteBuffer in) {
        int length = in.getInt();
        String path = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        var stamp = new FileStamp(in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
        boolean packed = in.get() != 0;
        long binaryOffset = in.getLong();
        return new StoredFile(path, stamp, packed, binaryOffset < 0 ? null : binaryOffset, in.getInt(), in.getInt());
    }

    private static void write(DataOutputStream out, StoredFile file) throws IOException {
        byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
        out.writeInt(path.length);
        out.write(path);
        out.writeLong(file.stamp().sizeBytes());
        out.writeLong(file.stamp().modifiedNanos());
        out.writeLong(file.stamp().changedNanos());
        out.writeLong(file.stamp().inode());
        out.writeLong(file.stamp().links());
        out.writeBoolean(file.packed());
        out.writeLong(file.binaryOffset() == null ? -1 : file.binaryOffset());
        out.writeInt(file.firstChunk());
        out.writeInt(file.chunks());
    }

    private static DataOutputStream out(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }
}
