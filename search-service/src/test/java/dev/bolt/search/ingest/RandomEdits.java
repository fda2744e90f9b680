package dev.bolt.search.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Edits of a tree as editors, builds and version control make them, from a seed. */
final class RandomEdits {
    private static final String[] NAMES = {"a", "b", "c.py", "d.log", "keep.log", ".e", "f.txt", "build"};

    private final Path root;
    private final Random random;

    RandomEdits(Path root, long seed) {
        this.root = root;
        this.random = new Random(seed);
    }

    /** Makes one; what it was. */
    String next() throws IOException {
        int kind = random.nextInt(12);
        Path file = kind < 7 ? some(false) : folder().resolve(NAMES[random.nextInt(NAMES.length)]);
        switch (kind) {
            case 0, 1 -> Files.writeString(file, text());
            case 2 -> Files.writeString(file, text(), StandardOpenOption.APPEND);
            case 3 -> {
                Path draft = file.resolveSibling(".draft~");
                Files.writeString(draft, text());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            }
            case 4 -> {
                Files.delete(file);
                Files.writeString(file, text());
            }
            case 5 -> Files.delete(file);
            case 6 -> move(file, folder().resolve(NAMES[random.nextInt(NAMES.length)]));
            case 7, 8 -> create(file);
            case 9 -> createFolder(file);
            case 10 -> {
                Path from = some(true);
                move(from, folder().resolve(NAMES[random.nextInt(NAMES.length)]));
                file = from;
            }
            default -> {
                file = folder().resolve(random.nextBoolean() ? ".gitignore" : ".ignore");
                create(file, NAMES[random.nextInt(NAMES.length)] + "\n!" + NAMES[random.nextInt(NAMES.length)] + "\n");
            }
        }
        return "edit " + kind + " of " + root.relativize(file);
    }

    private void create(Path file) throws IOException {
        create(file, text());
    }

    private void create(Path file, String text) throws IOException {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.writeString(file, text);
        }
    }

    private void createFolder(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            Files.delete(folder);
        }
        Files.createDirectories(folder);
        create(folder.resolve(NAMES[random.nextInt(NAMES.length)]));
    }

    private void move(Path from, Path to) throws IOException {
        if (from.equals(root) || to.startsWith(from) || from.startsWith(to)) {
            return;
        }
        delete(to);
        Files.move(from, to);
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Path folder() throws IOException {
        return some(true);
    }

    private Path some(boolean folder) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> found = paths.filter(path -> !path.startsWith(root.resolve(".git")))
                    .filter(path -> folder
                            ? Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                            : Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
            return found.isEmpty() ? root.resolve("first.txt") : found.get(random.nextInt(found.size()));
        }
    }

    private String text() {
        return "send word%d\nsome more of it %d\n".formatted(random.nextInt(100), random.nextInt());
    }
}
