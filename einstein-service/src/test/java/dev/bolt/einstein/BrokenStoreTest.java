package dev.bolt.einstein;

import dev.bolt.platform.home.BoltHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service whose database is no database: it stays, answers by words, and says what to do. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BrokenStoreTest extends ServiceCalls {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createDirectories(new BoltHome(home).data("einstein"));
        Files.write(folder.resolve("einstein.duckdb"), new byte[8192]);
        registry.add("bolt.home", home::toString);
    }

    @Test
    void answersByWordsAndSaysToMoveTheFileAway() {
        answersByWordsAlone("einstein.duckdb", "move it away");
    }
}
