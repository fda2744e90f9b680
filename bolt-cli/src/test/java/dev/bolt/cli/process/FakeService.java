package dev.bolt.cli.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A real process in place of a service: unpacks itself, becomes ready, and dies at once if its home says so. */
final class FakeService {
    private FakeService() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("extract")) {
            var self = Path.of(System.getProperty("java.class.path"));
            var folder = Files.createDirectories(Path.of(args[2]));
            Files.copy(self, folder.resolve(self.getFileName()));
            return;
        }
        var self = Path.of(System.getProperty("java.class.path")).getFileName().toString();
        var home = Path.of(value(args, "--bolt.home"));
        if (Files.exists(home.resolve("die-" + self))) {
            System.out.println("I cannot go on");
            System.exit(1);
        }
        int port = Integer.parseInt(value(args, "--server.port"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        System.out.println("ready " + List.of(args));
    }

    private static String value(String[] args, String name) {
        for (var arg : args) {
            if (arg.startsWith(name + "=")) {
                return arg.substring(name.length() + 1);
            }
        }
        throw new IllegalArgumentException("no " + name);
    }

    /** Builds a checkout whose five services are this program. */
    static Path checkout(Path root) throws IOException {
        for (var service : Service.values()) {
            var target = Files.createDirectories(root.resolve(service.module()).resolve("target"));
            jar(target.resolve(service.module() + "-0.1.0-exec.jar"));
        }
        return root;
    }

    static void jar(Path file) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            var entry = FakeService.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(entry));
            try (var bytes = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
                bytes.transferTo(jar);
            }
        }
    }
}
