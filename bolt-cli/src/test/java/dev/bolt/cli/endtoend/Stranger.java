package dev.bolt.cli.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A program that listens where a service was, and is none. */
final class Stranger implements AutoCloseable {
    private static final int BACKLOG = 50;

    /** What it says to whoever connects. */
    enum Manner {
        /** A page, as a router has one. */
        PAGE("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 29\r\n\r\n<h1>Welcome to my router</h1>"),
        /** An error that is not ours. */
        ERROR("HTTP/1.1 500 Oops\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nOops\n"),
        /** JSON that is not ours. */
        JSON("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\r\n{\"matches\":\"no!\"}"),
        /** Half an answer, and no more. */
        HALF("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"files\":["),
        /** No HTTP. */
        GARBAGE("\u0000\u0001SSH-2.0-OpenSSH\r\n\u007f\u0003"),
        /** Nothing: it hangs up. */
        SILENCE("");

        private final String said;

        Manner(String said) {
            this.said = said;
        }
    }

    private final ServerSocket server = new ServerSocket();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();
    private final Manner manner;

    /** Listens on this port of the loopback address until closed. */
    Stranger(int port, Manner manner) throws IOException {
        this.manner = manner;
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        threads.submit(this::listen);
    }

    private Void listen() throws IOException {
        while (!server.isClosed()) {
            Socket caller = server.accept();
            threads.submit(() -> answer(caller));
        }
        return null;
    }

    private Void answer(Socket caller) throws IOException {
        callers.add(caller);
        try (caller) {
            var in = caller.getInputStream();
            byte[] heard = new byte[64 << 10];
            if (manner != Manner.SILENCE && in.read(heard) > 0) {
                caller.getOutputStream().write(manner.said.getBytes(StandardCharsets.ISO_8859_1));
                caller.getOutputStream().flush();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket caller : callers) {
            caller.close();
        }
        threads.shutdownNow();
        try {
            threads.awaitTermination(10, TimeUnit.SECONDS); // the port is free when nobody accepts any more
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
