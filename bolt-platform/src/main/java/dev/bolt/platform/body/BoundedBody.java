package dev.bolt.platform.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** A body that throws PAYLOAD_TOO_LARGE instead of giving a byte more than the limit. */
final class BoundedBody extends ServletInputStream {
    private final ServletInputStream body;
    private final DataSize max;
    private long readBytes;

    BoundedBody(ServletInputStream body, DataSize max) {
        this.body = body;
        this.max = max;
    }

    @Override
    public int read() throws IOException {
        int value = body.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = body.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        readBytes += bytes;
        if (readBytes > max.toBytes()) {
            throw BodyLimitFilter.tooLarge(max);
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
