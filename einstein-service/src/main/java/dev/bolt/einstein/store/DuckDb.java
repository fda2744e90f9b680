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
    private final Path file;
    private final StoreProperties properties;
    private DuckDBConnection root;

    private DuckDb(Path file, StoreProperties properties) {
        this.file = file;
        this.properties = properties;
        this.root = connect(file, properties);
    }

    /**
     * @throws StoreException if another process holds the file, a newer DuckDB wrote it, or it cannot be opened or
     *     written
     */
    static DuckDb open(Path file, StoreProperties properties) {
        return new DuckDb(file, properties);
    }

    private static DuckDBConnection connect(Path file, StoreProperties properties) {
        var settings = new Properties();
        settings.setProperty("memory_limit", properties.memoryLimitWord());
        settings.setProperty("threads", Integer.toString(properties.threads()));
        settings.setProperty("temp_directory", file.resolveSibling("tmp").toString());
        settings.setProperty("max_temp_directory_size", properties.maxTempWord());
        // Else the driver keeps the whole result, within the memory limit, before it gives the first row.
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class);
        } catch (SQLException | IOException | LinkageError failure) {
            throw new StoreException(reason(file, failure), failure);
        }
    }

    private static String reason(Path file, Throwable failure) {
        String message = String.valueOf(failure.getMessage() == null ? failure : failure.getMessage());
        if (message.contains("Could not set lock")) {
            return "Another process holds %s; stop it, or give this one a home of its own".formatted(file);
        }
        if (message.contains("newer version of DuckDB")) {
            return "%s was written by a newer DuckDB; update Bolt, or give this one a home of its own".formatted(file);
        }
        if (!Files.isWritable(file.toAbsolutePath().getParent()) || Files.exists(file) && !Files.isWritable(file)) {
            return "%s cannot be written: make it and its folder writable, or give this one a home of its own"
                    .formatted(file);
        }
        return "%s cannot be opened; move it away, and it is made again from the source: %s"
                .formatted(file, message.lines().findFirst().orElse(""));
    }

    /**
     * Whether DuckDB will do nothing more before the file is opened anew: a checkpoint found the disk full, for one.
     */
    static boolean invalidated(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (String.valueOf(cause.getMessage()).contains("database has been invalidated")) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * Opens the file anew. What was committed is there; a call that is still under way keeps the old one open, and then
     * this is to be done again.
     *
     * @throws StoreException if it cannot be opened
     */
    synchronized void renew() {
        close();
        root = connect(file, properties);
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        Connection connection = root.duplicate();
        Expiry.opened(connection);
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public synchronized void close() {
        try {
            root.close();
        } catch (SQLException failure) {
            throw new StoreException("The database cannot be closed", failure);
        }
    }
}
