package dev.bolt.cli.process;

import dev.bolt.cli.console.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/**
 * Held while services are started or stopped, so that two terminals never do it at once. The kernel frees it at exit.
 */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits until no other process holds it; {@code waiting} runs once if it must wait. */
    static HomeLock acquire(Home home, Runnable waiting) {
        home.create();
        var file = home.run().resolve("lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                waiting.run();
                lock = channel.lock();
            }
            return new HomeLock(channel, lock);
        } catch (IOException e) {
            throw Failure.service("Cannot lock " + file + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw Failure.service("Cannot release the lock: " + e.getMessage());
        }
    }
}
