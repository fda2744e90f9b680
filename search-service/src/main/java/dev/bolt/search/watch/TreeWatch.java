package dev.bolt.search.watch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a directory and all below it, but not what is in {@code .git} (save {@code .git/info}), with the kernel's
 * inotify. No change is missed in silence: where the kernel or Java drops events the listener hears of a loss.
 *
 * <p>{@link #caughtUp} is Watchman's cookie ("Cookie Files and Synchronization"): a file is made in a directory of our
 * own that the same queue watches, and when its event comes all earlier changes have been told. Costs one kernel watch
 * a directory, and about 0.2 ms each to begin.
 */
public final class TreeWatch implements AutoCloseable {
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_DELETE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.OVERFLOW
    };
    private static final String GIT = ".git";
    private static final Logger log = LoggerFactory.getLogger(TreeWatch.class);

    private final Path root;
    private final Path cookies;
    private final ChangeListener listener;
    private final WatchService service;
    private final Map<WatchKey, Path> directories = new HashMap<>();
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile boolean failed;

    private TreeWatch(Path root, Path cookies, ChangeListener listener, WatchService service) {
        this.root = root;
        this.cookies = cookies;
        this.listener = listener;
        this.service = service;
    }

    /** Whether changes are told by the kernel here, and not looked for every few seconds. */
    public static boolean supported() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }

    /**
     * Begins; when it returns, every later change will be told.
     *
     * @param cookies an empty directory of our own, on any file system
     * @throws IOException if there are more directories than the kernel watches
     */
    public static TreeWatch start(Path root, Path cookies, ChangeListener listener) throws IOException {
        Files.createDirectories(cookies);
        WatchService service = root.getFileSystem().newWatchService();
        var watch = new TreeWatch(root, cookies, listener, service);
        try {
            watch.directories.put(cookies.register(service, StandardWatchEventKinds.ENTRY_CREATE), cookies);
            watch.register(root);
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
        Thread.ofPlatform().name("watch").daemon().start(watch::listen);
        return watch;
    }

    /** Whether it still hears of changes. */
    public boolean works() {
        return !failed;
    }

    /** Waits until all changes up to this call have been told; false if that takes longer, or never comes. */
    public boolean caughtUp(Duration patience) {
        if (failed) {
            return false;
        }
        String name = "cookie-" + number.getAndIncrement();
        var seen = new CountDownLatch(1);
        waiting.put(name, seen);
        Path cookie = cookies.resolve(name);
        try {
            Files.createFile(cookie);
            return seen.await(patience.toMillis(), TimeUnit.MILLISECONDS) && !failed;
        } catch (IOException e) {
            log.warn("{} cannot be written: {}", cookie, e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.remove(name);
            try {
                Files.deleteIfExists(cookie);
            } catch (IOException left) {
                log.debug("{} is left", cookie);
            }
        }
    }

    @Override
    public void close() {
        failed = true;
        try {
            service.close();
        } catch (IOException e) {
            log.debug("The watch of {} did not close: {}", root, e.toString());
        }
        waiting.values().forEach(CountDownLatch::countDown);
    }

    private void listen() {
        try {
            while (true) {
                Set<String> cookiesSeen = new HashSet<>();
                handle(service.take(), cookiesSeen);
                // What was signalled while its key was being handled comes after the cookie, though it is older.
                for (WatchKey more = cookiesSeen.isEmpty() ? null : service.poll(); more != null; ) {
                    handle(more, cookiesSeen);
                    more = service.poll();
                }
                for (String cookie : cookiesSeen) {
                    CountDownLatch seen = waiting.get(cookie);
                    if (seen != null) {
                        seen.countDown();
                    }
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException closed) {
            failed = true;
        } catch (IOException | RuntimeException e) {
            log.warn("The watch of {} ended", root, e);
            failed = true;
        }
        listener.lost();
    }

    private void handle(WatchKey key, Set<String> cookiesSeen) throws IOException {
        Path directory = directories.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                listener.lost();
                if (directory != null && !directory.equals(cookies)) {
                    register(root);
                } else {
                    cookiesSeen.addAll(waiting.keySet());
                }
            } else if (directory != null && event.context() instanceof Path name) {
                if (directory.equals(cookies)) {
                    cookiesSeen.add(name.toString());
                } else {
                    touched(directory, name);
                }
            }
        }
        if (!key.reset()) {
            directories.remove(key);
            if (directory != null && (directory.equals(root) || directory.equals(cookies))) {
                throw new NoSuchFileException(directory.toString());
            }
        }
    }

    /** A new directory is watched before it is told of, so that whoever then looks into it misses nothing later. */
    private void touched(Path directory, Path name) throws IOException {
        Path path = directory.resolve(name);
        boolean watched = !directory.endsWith(GIT) || name.endsWith("info");
        if (watched && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            register(path);
        }
        listener.touched(root.relativize(path).toString());
    }

    /** A directory that is moved keeps its key, which then stands for the new place. */
    private void register(Path top) throws IOException {
        Deque<Path> open = new ArrayDeque<>();
        open.push(top);
        while (!open.isEmpty()) {
            Path directory = open.pop();
            try {
                directories.put(directory.register(service, KINDS), directory);
            } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException gone) {
                if (directory.equals(root)) {
                    throw gone;
                }
                continue;
            }
            if (directory.endsWith(GIT)) {
                if (Files.isDirectory(directory.resolve("info"), LinkOption.NOFOLLOW_LINKS)) {
                    open.push(directory.resolve("info"));
                }
                continue;
            }
            try (var entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                        open.push(entry);
                    }
                }
            } catch (IOException | DirectoryIteratorException gone) {
                log.debug("{} cannot be listed: {}", directory, gone.toString());
            }
        }
    }
}
