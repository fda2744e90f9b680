package dev.bolt.einstein.store;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Tries to open a store that the test holds, and says what it was told. */
final class SecondProcess {
    private SecondProcess() {}

    public static void main(String[] args) {
        var settings =
                new StoreProperties(DataSize.ofMegabytes(128), 1, DataSize.ofMegabytes(100), Duration.ofMinutes(5));
        try (var store = VectorStore.open(Path.of(args[0]), settings)) {
            System.out.println("opened " + store.ids("shop"));
        } catch (StoreException refused) {
            System.out.println(refused.getMessage());
            System.exit(3);
        }
    }
}
