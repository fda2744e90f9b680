package dev.bolt.benchmarks.search;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection of HTTP/1.1: a request is one write, its answer is read in the asking thread. The JDK's clients
 * take longer than most searches here: what a client of 200 lines need not spend is not the service's time. Opened anew
 * when the peer has closed it. Used by one thread.
 */
final class HttpConnection {
    /**
     * An answer.
     *
     * @param firstNanos from the request to the first byte of the body
     * @param nanos to its last
     */
    record Reply(int status, byte[] body, long firstNanos, long nanos) {}

    private final URI address;
    private final byte[] buffer = new byte[1 << 18];
    private Socket socket = new Socket();
    private int from;
    private int to;

    HttpConnection(URI address) {
        this.address = address;
    }

    /** @param headers each with its line end */
    Reply post(String path, String headers, byte[] body) throws IOException {
        byte[] head = ("POST %s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(path, address.getAuthority(), headers, body.length))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        try {
            return exchange(request);
        } catch (EOFException | SocketException closed) {
            socket.close();
            return exchange(request);
        }
    }

    private Reply exchange(byte[] request) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setTcpNoDelay(true);
            from = 0;
            to = 0;
        }
        long began = System.nanoTime();
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (from == to) {
            fill();
        }
        long first = System.nanoTime() - began;
        byte[] body = length >= 0 ? bytes(length) : chunks();
        return new Reply(status, body, first, System.nanoTime() - began);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream(1 << 16);
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            for (int left = size; left > 0; ) {
                if (from == to) {
                    fill();
                }
                int taken = Math.min(left, to - from);
                body.write(buffer, from, taken);
                from += taken;
                left -= taken;
            }
            line();
        }
        line();
        return body.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        byte[] body = new byte[length];
        int had = Math.min(length, to - from);
        System.arraycopy(buffer, from, body, 0, had);
        from += had;
        InputStream in = socket.getInputStream();
        if (in.readNBytes(body, had, length - had) < length - had) {
            throw new EOFException();
        }
        return body;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (from == to) {
                fill();
            }
            char c = (char) (buffer[from++] & 0xFF);
            if (c == '\n') {
                return line.toString().stripTrailing();
            }
            line.append(c);
        }
    }

    private void fill() throws IOException {
        from = 0;
        to = Math.max(0, socket.getInputStream().read(buffer, 0, buffer.length));
        if (to == 0) {
            throw new EOFException();
        }
    }
}
