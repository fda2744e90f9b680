package dev.bolt.api.analysis;

import java.util.List;

/**
 * A file of a diff.
 *
 * @param path as the workspace has it, or as the diff has it if it does not
 * @param change what is done with it
 * @param known whether the code model has it; of other files nothing else is told
 * @param exact whether the diff fits the file, applied or not; if not, all of the file counts as changed
 * @param wide whether lines outside any definition change, so that whoever imports the file may be affected
 * @param definitions the innermost ones that hold a changed line, by line
 * @param removed names of definitions that the diff took away
 */
public record ChangedFile(
        String path,
        ChangeKind change,
        boolean known,
        boolean exact,
        boolean wide,
        List<Symbol> definitions,
        List<String> removed) {
    /** Copies the lists. */
    public ChangedFile {
        definitions = List.copyOf(definitions);
        removed = List.copyOf(removed);
    }
}
