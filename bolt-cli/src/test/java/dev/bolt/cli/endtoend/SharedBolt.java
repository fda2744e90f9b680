package dev.bolt.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One home and one repository for all classes of a run: five services take half a minute of two cores to start, so they
 * are started once. When the last test has ended they are stopped and the folder is deleted.
 */
final class SharedBolt implements BeforeAllCallback {
    static final String QUESTION = "where are request timeouts computed and who uses them?";

    private static final Path FOLDER = folder();
    private static final LiveBolt LIVE = inFolder();

    /** Nothing runs until a command starts it. */
    static LiveBolt live() {
        return LIVE;
    }

    /** The same with all services running and the repository indexed. */
    static LiveBolt running() {
        var run = LIVE.bolt("solve", QUESTION);
        assertThat(run.code()).as(run.err()).isZero();
        return LIVE;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent(End.class, _ -> new End(), End.class);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("bolt-it").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LiveBolt inFolder() {
        try {
            return new LiveBolt(FOLDER.resolve("home"), SampleRepository.shop(FOLDER.resolve("shop")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closed with the root of all tests. */
    private static final class End implements AutoCloseable {
        @Override
        public void close() throws IOException {
            LIVE.bolt("down");
            try (var tree = Files.walk(FOLDER)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
