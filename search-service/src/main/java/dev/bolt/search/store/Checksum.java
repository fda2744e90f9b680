package dev.bolt.search.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** What a file's content is known by (CRC-32C, RFC 3720), to tell one that a crash or a disk has spoiled. */
public final class Checksum {
    private Checksum() {}

    /** Reads the whole file, at some gigabytes a second. */
    public static long of(Path file) throws IOException {
        var crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer) >= 0) {
                crc.update(buffer.flip());
                buffer.clear();
            }
        }
        return crc.getValue();
    }
}
