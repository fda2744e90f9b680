package dev.bolt.platform.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.platform.deadline.ConnectionTable.Ends;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class ConnectionTableTest {
    @Test
    void readsStatesAndPorts() {
        var table = ConnectionTable.of("""
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0 0 1 1 0 100
                   1: 0100007F:1F90 0100007F:D2A4 01 00000000:00000000 00:00000000 00000000     0 0 2 1 0 20 4
                   2: 0000000000000000FFFF00000100007F:2379 0000000000000000FFFF00000100007F:E07C 08 00000000:00000000 00
                   3: 0100007F:1F91 0100007F:D2A5 01
                   4: 0100007F:1F92 nonsense:D2A6Z 01 00000000:00000000
                   5: 0100007F 0100007F:D2A7 01 00000000:00000000
                  cut short

                   6: 0100007F:1F93 0100007F:D2""");
        assertThat(table.open()).containsExactlyInAnyOrder(new Ends(8080, 53924), new Ends(8081, 53925));
        assertThat(table.left()).containsExactly(new Ends(9081, 57468));
    }

    @Test
    void tellsOfARealConnectionThatTheOtherSideHasClosed() throws Exception {
        assumeTrue(ConnectionTable.supported(), "this system does not tell");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket served = server.accept()) {
            var ends = new Ends(served.getLocalPort(), served.getPort());
            assertThat(ConnectionTable.read().open()).contains(ends);
            client.close();
            await().until(() -> ConnectionTable.read().left().contains(ends));
        }
    }
}
