package dev.bolt.analysis.graph;

import dev.bolt.analysis.symbol.FileModel;

/** Languages whose files import each other. */
enum Family {
    PYTHON,
    JAVA,
    SCRIPT,
    GO,
    RUST,
    C,
    /** Files that say how names of several languages lead to files. */
    PROJECT;

    static Family of(FileModel file) {
        return switch (file.language()) {
            case "java" -> JAVA;
            case "javascript", "typescript" -> SCRIPT;
            case "go" -> GO;
            case "rust" -> RUST;
            case "c", "cpp" -> C;
            case "project" -> PROJECT;
            default -> PYTHON;
        };
    }

    boolean has(FileModel file) {
        return of(file) == this;
    }
}
