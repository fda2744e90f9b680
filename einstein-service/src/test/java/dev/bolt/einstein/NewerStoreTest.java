package dev.bolt.einstein;

import dev.bolt.platform.home.BoltHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service whose database a newer Bolt wrote: it stays, answers by words, and says what to do. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NewerStoreTest extends ServiceCalls {
    @TempDir
    static Path home;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException, SQLException {
        Path folder = Files.createDirectories(new BoltHome(home).data("einstein"));
        try (var database = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("einstein.duckdb"));
                var statement = database.createStatement()) {
            statement.execute("create table schema_version as select 1000 as version");
        }
        registry.add("bolt.home", home::toString);
    }

    @Test
    void answersByWordsAndSaysThatBoltIsTooOld() {
        answersByWordsAlone("einstein.duckdb was written by a newer Bolt", "update Bolt");
    }
}
