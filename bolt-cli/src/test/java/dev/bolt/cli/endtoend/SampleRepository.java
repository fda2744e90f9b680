package dev.bolt.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes small repositories to ask about. */
final class SampleRepository {
    private static final Map<String, String> SHOP = Map.of(
            "net/__init__.py", "",
            "net/timeout.py", """
                    \"""Request timeouts.\"""

                    BASE_SECONDS = 30


                    def compute_timeout(complexity, average):
                        \"""Compute the timeout of a request from its complexity and the recent average.\"""
                        timeout = BASE_SECONDS * (1 + complexity / 10)
                        if average > 0.8 * BASE_SECONDS:
                            timeout *= 1.5
                        return timeout
                    """,
            "net/client.py", """
                    from net.timeout import compute_timeout


                    class Client:
                        \"""Sends requests.\"""

                        def send(self, request):
                            return request, compute_timeout(len(request), 0)
                    """,
            "shop/__init__.py", "",
            "shop/cart.py", """
                    from net.client import Client
                    from shop import order


                    def checkout(cart):
                        return Client().send(order.total(cart))
                    """,
            "shop/order.py", """
                    import shop.cart


                    def total(cart):
                        return sum(item.price for item in cart), shop.cart
                    """,
            "tests/test_timeout.py", """
                    from net.timeout import compute_timeout


                    def test_grows_with_complexity():
                        assert compute_timeout(10, 0) == 60
                    """,
            "README.md", "# Shop\n\nTimeouts of requests are in `net`.\n",
            ".gitignore", "ignored/\n",
            "ignored/timeout.py", "compute_timeout = None\n");

    private SampleRepository() {}

    /** Seven Python files with a cycle, an ignored file and one that is not UTF-8. */
    static Path shop(Path root) throws IOException {
        for (var file : SHOP.entrySet()) {
            write(root.resolve(file.getKey()), file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Files.createDirectories(root.resolve(".git"));
        write(root.resolve("latin1.py"), new byte[] {'#', ' ', (byte) 0xe9, 't', (byte) 0xe9, '\n', 'x', '=', '1', '\n'
        });
        return root;
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
