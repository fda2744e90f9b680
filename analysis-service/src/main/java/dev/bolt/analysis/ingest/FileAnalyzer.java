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
import dev.bolt.platform.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one file into its model and findings. Stateless, safe for many threads. */
public final class FileAnalyzer {
    private static final Logger log = LoggerFactory.getLogger(FileAnalyzer.class);

    private final PythonRules rules;
    private final WorkspaceRules workspaceRules;

    /** An analyzer whose rules have these limits. */
    public FileAnalyzer(FindingProperties limits) {
        rules = new PythonRules(limits);
        workspaceRules = new WorkspaceRules(limits);
    }

    /** The model of all files together. */
    CodeModel model(Collection<AnalyzedFile> files, Surroundings surroundings) {
        return new CodeModel(files, surroundings.projects(), surroundings.contracts(), workspaceRules);
    }

    static boolean knows(String path) {
        return path.endsWith(".py") || path.endsWith(".pyi") || path.endsWith(".java") && JavaModel.available();
    }

    /** The file; empty if it is binary, has gone, cannot be read, or defeats its parser. */
    Optional<AnalyzedFile> analyze(WorkspaceFile file) {
        try {
            byte[] bytes = Files.readAllBytes(file.absolute());
            for (byte each : bytes) {
                if (each == 0) {
                    return Optional.empty();
                }
            }
            return file.path().endsWith(".java") ? java(file, bytes) : Optional.of(python(file, bytes));
        } catch (IOException unreadable) {
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError defect) {
            log.warn("Left out {}: its analysis failed", file.path(), defect);
            return Optional.empty();
        }
    }

    private AnalyzedFile python(WorkspaceFile file, byte[] bytes) {
        Module module = PythonParser.parse(bytes);
        FileModel model = PythonModel.of(file.path(), module);
        return new AnalyzedFile(
                model, rules.check(module, model), module.silences(), file.sizeBytes(), file.modifiedAt());
    }

    private static Optional<AnalyzedFile> java(WorkspaceFile file, byte[] bytes) {
        return JavaModel.of(file.path(), new String(bytes, StandardCharsets.UTF_8))
                .map(model -> new AnalyzedFile(model, List.of(), Silences.none(), file.sizeBytes(), file.modifiedAt()));
    }
}
