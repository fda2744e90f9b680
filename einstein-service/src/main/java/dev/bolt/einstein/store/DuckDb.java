package dev.bolt.einstein.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * One DuckDB file, open as long as this is; every connection is a light copy of the first, and ends with the
 * {@link Expiry} of its call. One process at a time.
 */
final class DuckDb extends AbstractDataSource implements AutoCloseable {
    private final DuckDBConnection root;

    private DuckDb(DuckDBConnection root) {
        this.root = root;
    }

    /** @throws StoreException if another process holds the file, or it cannot be opened */
    static DuckDb open(Path file, StoreProperties properties) {
        var settings = new Properties();
        settings.setProperty("memory_limit", properties.memoryLimitWord());
        settings.setProperty("threads", Integer.toString(properties.threads()));
        settings.setProperty("temp_directory", file.resolveSibling("tmp").toString());
        settings.setProperty("max_temp_directory_size", properties.maxTempWord());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new DuckDb(
                    DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class));
        } catch (SQLException | IOException | LinkageError failure) {
            throw new StoreException(reason(file, failure), failure);
        }
    }

    private static String reason(Path file, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("Could not set lock")
                ? "Another process holds %s; stop it, or give this one a home of its own".formatted(file)
                : "%s cannot be opened: %s".formatted(file, message);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = root.duplicate();
        Expiry.opened(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException failure) {
            throw new StoreException("The database cannot be closed", failure);
        }
    }
}
