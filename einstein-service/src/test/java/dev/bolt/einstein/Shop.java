package dev.bolt.einstein;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small workspace whose every line is known. */
public final class Shop {
    /** Files in it. */
    public static final int FILES = 10;

    private static final Path SOURCE = Path.of("src/test/resources/ranking/shop");

    private Shop() {}

    /** Lays it out in an existing folder. */
    public static void copyTo(Path folder) {
        try (var files = Files.walk(SOURCE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(SOURCE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
