package dev.bolt.cli.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Another program that has the usual ports of all five services, as far as a third does not have them already. */
final class UsualPorts implements AutoCloseable {
    static final List<Integer> ALL = List.of(8080, 8081, 8082, 8083, 8084);

    private final List<ServerSocket> taken = new ArrayList<>();

    UsualPorts() {
        for (int port : ALL) {
            try {
                taken.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            } catch (IOException takenByAnother) {
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket socket : taken) {
            socket.close();
        }
    }
}
