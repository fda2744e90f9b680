package dev.bolt.search.ripgrep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;

/**
 * Cuts output into lines without ever holding more than one, and never one that is too long: memory stays bounded
 * whatever comes. Used by one thread.
 */
final class OutputLines {
    private final InputStream in;
    private final int bufferBytes;
    private final long mostBytes;
    private final int longestLine;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);
    private boolean skipping;
    private boolean cut;

    /** @param bufferBytes read at a time */
    OutputLines(InputStream in, int bufferBytes, long mostBytes, int longestLine) {
        this.in = in;
        this.bufferBytes = bufferBytes;
        this.mostBytes = mostBytes;
        this.longestLine = longestLine;
    }

    /**
     * Hands on each line until the end, the bound on bytes, or a line after which no more are wanted. A line that is
     * too long is left out.
     *
     * @return whether every line was handed on
     */
    boolean forEachWhile(Predicate<byte[]> wantsMore) throws IOException {
        byte[] buffer = new byte[bufferBytes];
        long bytes = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
            int from = 0;
            for (int at = 0; at < n; at++) {
                if (buffer[at] == '\n') {
                    if (append(buffer, from, at) && !wantsMore.test(line.toByteArray())) {
                        return false;
                    }
                    line.reset();
                    skipping = false;
                    from = at + 1;
                }
            }
            append(buffer, from, n);
            if (bytes > mostBytes) {
                return false;
            }
        }
        return !cut;
    }

    private boolean append(byte[] buffer, int from, int to) {
        if (skipping || line.size() + (to - from) > longestLine) {
            skipping = true;
            cut = true;
            return false;
        }
        line.write(buffer, from, to - from);
        return true;
    }
}
