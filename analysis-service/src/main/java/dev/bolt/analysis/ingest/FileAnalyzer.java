package dev.bolt.analysis.ingest;

import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.analysis.finding.PythonRules;
import dev.bolt.analysis.finding.WorkspaceRules;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.JavaModel;
import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.analysis.syntax.Silences;
import dev.bolt.api.analysis.Finding;
import dev.bolt.platform.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one file into its model and findings. Stateless, safe for many threads. */
public final class FileAnalyzer {
    /** File systems stamp times in steps of some milliseconds. */
    private static final Duration CLOCK_TICK = Duration.ofMillis(100);

    private static final Logger log = LoggerFactory.getLogger(FileAnalyzer.class);

    private final PythonRules rules;
    private final WorkspaceRules workspaceRules;
    private final FindingProperties limits;
    private final InstantSource clock;

    /** An analyzer whose rules have these limits. */
    public FileAnalyzer(FindingProperties limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        rules = new PythonRules(limits);
        workspaceRules = new WorkspaceRules(limits);
    }

    /** The model of all files together, made from the one before as far as that still holds. */
    CodeModel model(CodeModel before, Collection<AnalyzedFile> files, Surroundings surroundings) {
        return before.next(files, surroundings, workspaceRules);
    }

    /** The model before, with some files written and some gone. */
    CodeModel model(CodeModel before, Collection<AnalyzedFile> written, Collection<String> gone) {
        return before.next(written, gone, workspaceRules);
    }

    static boolean knows(String path) {
        return path.endsWith(".py") || path.endsWith(".pyi") || path.endsWith(".java") && JavaModel.available();
    }

    /** Under which settings its results were made: others make them worthless. */
    String fingerprint() {
        return limits.toString() + " java " + JavaModel.available();
    }

    /**
     * The file; empty if it is binary, has gone, cannot be read, or defeats its parser.
     *
     * @param before what it was, if it was known: equal bytes are not parsed again
     */
    Optional<AnalyzedFile> analyze(WorkspaceFile file, @Nullable AnalyzedFile before) {
        try {
            boolean settled = file.modifiedAt().isBefore(clock.instant().minus(CLOCK_TICK));
            byte[] bytes = Files.readAllBytes(file.absolute());
            long hash = hash(bytes);
            if (before != null && before.hash() == hash && before.sizeBytes() == bytes.length) {
                return Optional.of(before.seen(file, settled));
            }
            for (byte each : bytes) {
                if (each == 0) {
                    return Optional.empty();
                }
            }
            var read = new Read(file, bytes, hash, settled);
            return file.path().endsWith(".java") ? java(read) : Optional.of(python(read));
        } catch (IOException unreadable) {
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError defect) {
            log.warn("Left out {}: its analysis failed", file.path(), defect);
            return Optional.empty();
        }
    }

    private record Read(WorkspaceFile file, byte[] bytes, long hash, boolean settled) {
        AnalyzedFile as(FileModel model, List<Finding> findings, Silences silences) {
            return new AnalyzedFile(model, findings, silences, bytes.length, file.modifiedAt(), hash, settled);
        }
    }

    private AnalyzedFile python(Read read) {
        Module module = PythonParser.parse(read.bytes());
        FileModel model = PythonModel.of(read.file().path(), module);
        return read.as(model, rules.check(module, model), module.silences());
    }

    private static Optional<AnalyzedFile> java(Read read) {
        return JavaModel.of(read.file().path(), new String(read.bytes(), StandardCharsets.UTF_8))
                .map(model -> read.as(model, List.of(), Silences.none()));
    }

    /** The first eight bytes of SHA-256. */
    private static long hash(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
