package dev.bolt.search.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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

    static List<StoredFile> read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<StoredFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] path = in.readNBytes(in.readInt());
            var stamp = new FileStamp(in.readLong(), in.readLong(), in.readLong(), in.readLong());
            boolean packed = in.readBoolean();
            long binaryOffset = in.readLong();
            files.add(new StoredFile(
                    new String(path, StandardCharsets.UTF_8),
                    stamp,
                    packed,
                    binaryOffset < 0 ? null : binaryOffset,
                    in.readInt(),
                    in.readInt()));
        }
        return files;
    }

    static DataInputStream in(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static void write(DataOutputStream out, StoredFile file) throws IOException {
        byte[] path = file.path().getBytes(StandardCharsets.UTF_8);
        out.writeInt(path.length);
        out.write(path);
        out.writeLong(file.stamp().sizeBytes());
        out.writeLong(file.stamp().modifiedNanos());
        out.writeLong(file.stamp().changedNanos());
        out.writeLong(file.stamp().inode());
        out.writeBoolean(file.packed());
        out.writeLong(file.binaryOffset() == null ? -1 : file.binaryOffset());
        out.writeInt(file.firstChunk());
        out.writeInt(file.chunks());
    }

    private static DataOutputStream out(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }
}
