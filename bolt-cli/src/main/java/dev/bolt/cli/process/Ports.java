package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Hands out ports of the loopback address, none twice. Another program may still take one before the service does. */
final class Ports {
    private final Set<Integer> given = new HashSet<>();

    /** Marks a port as in use by a service that runs. */
    void keep(int port) {
        given.add(port);
    }

    /** The first wanted port that is free, else any free one. */
    int pick(int... wanted) {
        for (int port : wanted) {
            if (port > 0 && !given.contains(port) && free(port)) {
                given.add(port);
                return port;
            }
        }
        try {
            while (true) {
                try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    if (given.add(socket.getLocalPort())) {
                        return socket.getLocalPort();
                    }
                }
            }
        } catch (IOException e) {
            throw Failure.service("No free port on 127.0.0.1: " + e.getMessage());
        }
    }

    /** Whether nobody listens there, on the loopback address or on all. */
    static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
