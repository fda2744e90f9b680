package dev.bolt.analysis.ingest;

import dev.bolt.analysis.finding.FindingProperties;
import dev.bolt.analysis.finding.PythonRules;
import dev.bolt.analysis.finding.WorkspaceRules;
import dev.bolt.analysis.grammar.Grammar;
import dev.bolt.analysis.language.Language;
import dev.bolt.analysis.language.ProjectFile;
import dev.bolt.analysis.symbol.Complexity;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.JavaModel;
import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.Module;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.analysis.syntax.Silences;
import dev.bolt.api.analysis.Finding;
import dev.bolt.platform.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one file into its model and findings. Stateless, safe for many threads. */
public final class FileAnalyzer {
    /** File systems stamp times in steps of some milliseconds. */
    private static final Duration CLOCK_TICK = Duration.ofMillis(100);

    /** Some 20 times what the largest file takes that is read by default. */
    private static final Duration LONGEST_PARSE = Duration.ofSeconds(20);

    /** To be raised when these languages are read differently: models that were saved before are worthless then. */
    private static final int LANGUAGES = 3;

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
        return path.endsWith(".py")
                || path.endsWith(".pyi")
                || path.endsWith(".java") && JavaModel.available()
                || ProjectFile.is(path)
                || Language.of(path).filter(Language::isReadable).isPresent();
    }

    /** Whether it is code of a language that would be read if its grammar could be loaded on this machine. */
    static boolean uncovered(String path) {
        return Language.of(path).filter(language -> !language.isReadable()).isPresent();
    }

    /**
     * Under which settings and where its results were made: others make them worthless, however alike the files look.
     */
    String fingerprint(Detail detail, Path root) {
        return detail + " " + limits + " java " + JavaModel.available() + " grammars " + LANGUAGES + " "
                + Grammar.missing().isEmpty() + " " + root;
    }

    /**
     * The file, or why there is none; one that has gone cannot be read.
     *
     * @param before what it was, in the same detail, if it was known: equal bytes are not parsed again
     * @param detail how much of it is kept
     */
    Outcome analyze(WorkspaceFile file, @Nullable AnalyzedFile before, Detail detail) {
        try {
            Instant changed = file.changedAt();
            boolean settled = changed.isBefore(clock.instant().minus(CLOCK_TICK));
            byte[] bytes = Files.readAllBytes(file.absolute());
            long hash = hash(bytes);
            if (before != null && before.hash() == hash && before.sizeBytes() == bytes.length) {
                return before.seen(changed, settled);
            }
            if (Binary.is(bytes)) {
                return Outcome.Missing.BINARY;
            }
            var read = new Read(file, bytes, hash, changed, settled, detail);
            return file.path().endsWith(".java") ? java(read) : other(read);
        } catch (IOException unreadable) {
            return Outcome.Missing.FAILED;
        } catch (RuntimeException | StackOverflowError defect) {
            log.warn("Left out {}: its analysis failed", file.path(), defect);
            return Outcome.Missing.FAILED;
        }
    }

    private record Read(WorkspaceFile file, byte[] bytes, long hash, Instant changed, boolean settled, Detail detail) {
        AnalyzedFile as(FileModel whole, List<Finding> findings, Silences silences) {
            FileModel model = detail.of(whole);
            return new AnalyzedFile(model, findings, silences, bytes.length, changed, hash, settled);
        }
    }

    private AnalyzedFile other(Read read) {
        String path = read.file().path();
        if (ProjectFile.is(path)) {
            return read.as(ProjectFile.read(path, read.bytes()), List.of(), Silences.none());
        }
        Optional<Language> language = Language.of(path);
        return language.isPresent() ? grammar(read, language.get()) : python(read);
    }

    /**
     * A file that takes too long stays in the model without what it defines, so that it is not tried at each look; so
     * does one that was made for machines.
     */
    private static AnalyzedFile grammar(Read read, Language language) {
        String path = read.file().path();
        if (Language.isMinified(read.bytes())) {
            return read.as(nothing(path, language), List.of(), Silences.none());
        }
        FileModel model = language.read(path, read.bytes(), LONGEST_PARSE).orElseGet(() -> {
            log.warn("Nothing of {} is in the model: its syntax takes longer than {} to read", path, LONGEST_PARSE);
            return nothing(path, language);
        });
        return read.as(model, List.of(), Silences.none());
    }

    private static FileModel nothing(String path, Language language) {
        return new FileModel(path, language.word(), "", 0, List.of(), List.of(), List.of(), List.of());
    }

    private AnalyzedFile python(Read read) {
        Module module = PythonParser.parse(read.bytes());
        var complexity = new Complexity();
        FileModel model = PythonModel.of(read.file().path(), module, complexity);
        return read.as(model, rules.check(module, model, complexity), module.silences());
    }

    private static Outcome java(Read read) {
        return JavaModel.of(read.file().path(), new String(read.bytes(), StandardCharsets.UTF_8))
                .<Outcome>map(model -> read.as(model, List.of(), Silences.none()))
                .orElse(Outcome.Missing.FAILED);
    }

    /** Two sums of different polynomials: only bytes that changed matter, nobody makes them collide to his own use. */
    private static long hash(byte[] bytes) {
        var first = new CRC32();
        var second = new CRC32C();
        first.update(bytes);
        second.update(bytes);
        return first.getValue() << Integer.SIZE | second.getValue();
    }
}
