package dev.bolt.analysis.ingest;

import dev.bolt.analysis.contract.Contracts;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WorkspaceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a workspace says about itself beside its code.
 *
 * @param projects folders that hold a project file such as {@code pyproject.toml}
 * @param contracts of its {@code bolt.yaml}
 */
record Surroundings(List<String> projects, Contracts contracts) {
    private static final Set<String> PROJECT_FILES = Set.of("pyproject.toml", "setup.py", "setup.cfg");
    private static final String CONTRACTS = "bolt.yaml";
    private static final long LARGEST_CONTRACTS_BYTES = 1024 * 1024;

    /** Whether this file is one of those that say it. */
    static boolean asks(String path) {
        return path.equals(CONTRACTS) || PROJECT_FILES.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    static Surroundings walked(Path root, List<WorkspaceFile> files) {
        List<String> projects = files.stream()
                .map(WorkspaceFile::path)
                .filter(path -> PROJECT_FILES.contains(path.substring(path.lastIndexOf('/') + 1)))
                .map(path -> path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "")
                .distinct()
                .toList();
        return known(root, projects);
    }

    /** With projects that are known already. */
    static Surroundings known(Path root, List<String> projects) {
        Contracts contracts = SourceText.read(root.resolve(CONTRACTS), LARGEST_CONTRACTS_BYTES)
                .map(Contracts::of)
                .orElse(Contracts.none());
        return new Surroundings(projects, contracts);
    }
}
