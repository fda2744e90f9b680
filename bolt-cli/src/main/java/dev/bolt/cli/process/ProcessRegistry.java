package dev.bolt.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Remembers in {@code <home>/run} which process is which service. A file is replaced whole or not at all. */
public final class ProcessRegistry {
    private final Path run;
    private final JsonMapper json;

    /** Creates the folder when it first writes. */
    public ProcessRegistry(Path run, JsonMapper json) {
        this.run = run;
        this.json = json;
    }

    /** What was last written, whether or not it still runs; empty if nothing or unreadable. */
    public Optional<ProcessRecord> last(Service service) {
        return last(service.label());
    }

    /** The same for what is no service. */
    Optional<ProcessRecord> last(String name) {
        try {
            return Optional.of(json.readValue(Files.readAllBytes(file(name)), ProcessRecord.class));
        } catch (IOException | JacksonException | NullPointerException absent) {
            return Optional.empty();
        }
    }

    /** The record of the service if its process runs. */
    public Optional<ProcessRecord> running(Service service) {
        return last(service).filter(record -> record.process().isPresent());
    }

    /** Remembers. */
    void write(ProcessRecord record) {
        try {
            Files.createDirectories(run);
            var part = Files.createTempFile(run, record.service(), ".part");
            Files.write(part, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(record));
            Files.move(
                    part, file(record.service()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets. */
    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return run.resolve(name + ".json");
    }
}
