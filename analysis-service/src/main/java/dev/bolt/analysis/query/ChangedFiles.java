package dev.bolt.analysis.query;

import dev.bolt.analysis.change.ChangedLines;
import dev.bolt.analysis.change.Diff.FileDiff;
import dev.bolt.analysis.change.Diff.Hunk;
import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.analysis.ingest.WorkspaceIndex;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.api.analysis.ChangeKind;
import dev.bolt.api.analysis.ChangedFile;
import dev.bolt.api.analysis.Symbol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lays the files of a diff over those of a code model. */
final class ChangedFiles {
    /** What a line of Python or Java defines. */
    private static final Pattern DEFINITION = Pattern.compile(
            "\\s*(?:(?:async\\s+)?def|(?:[\\w@]+\\s+)*(?:class|interface|enum|record))\\s+(\\w+)|([A-Za-z_]\\w*)\\s*(?::[^=]+)?=[^=].*");

    private static final Pattern NOTHING = Pattern.compile("\\s*(?:(?:#|//).*)?");

    private final WorkspaceIndex index;
    private final CodeModel model;

    ChangedFiles(WorkspaceIndex index) {
        this.index = index;
        this.model = index.model();
    }

    /** Only a file that the model has is read from disk. */
    ChangedFile of(FileDiff diff) {
        String path = model.files().containsKey(diff.newPath()) || diff.kind() == ChangeKind.ADDED
                ? diff.newPath()
                : diff.oldPath();
        var analyzed = model.files().get(path);
        if (analyzed == null) {
            return new ChangedFile(path, diff.kind(), false, false, true, List.of(), removed(diff, List.of()));
        }
        FileModel file = analyzed.model();
        List<String> text = index.text(path);
        Optional<ChangedLines> lines = ChangedLines.of(diff, text);
        if (diff.kind() == ChangeKind.DELETED || lines.isEmpty()) {
            return new ChangedFile(path, diff.kind(), true, lines.isPresent(), true, outermost(file), List.of());
        }
        Set<Symbol> definitions = new LinkedHashSet<>();
        boolean wide = wide(file, lines.get(), text, definitions);
        List<Symbol> sorted =
                file.symbols().stream().filter(definitions::contains).toList();
        return new ChangedFile(path, diff.kind(), true, true, wide, sorted, removed(diff, file.symbols()));
    }

    /** Adds the definitions that change; whether other lines with something in them do. */
    private static boolean wide(FileModel file, ChangedLines changed, List<String> text, Set<Symbol> definitions) {
        boolean wide = false;
        BitSet lines = changed.lines();
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            Optional<Symbol> innermost = innermost(file, line, line);
            innermost.ifPresent(definitions::add);
            wide |= innermost.isEmpty() && !NOTHING.matcher(text.get(line - 1)).matches();
        }
        BitSet gaps = changed.gaps();
        for (int line = gaps.nextSetBit(0); line >= 0; line = gaps.nextSetBit(line + 1)) {
            innermost(file, line - 1, line).ifPresent(definitions::add);
        }
        return wide;
    }

    /** The shortest definition that holds both lines. */
    private static Optional<Symbol> innermost(FileModel file, int first, int last) {
        return file.symbols().stream()
                .filter(symbol -> symbol.span().startLine() <= first
                        && last <= symbol.span().endLine())
                .min((a, b) -> Integer.compare(
                        a.span().endLine() - a.span().startLine(),
                        b.span().endLine() - b.span().startLine()));
    }

    private static List<Symbol> outermost(FileModel file) {
        return file.symbols().stream()
                .filter(symbol -> !symbol.qualifiedName().contains("."))
                .toList();
    }

    /** Names that lines of the diff defined and that the file, as it is, does not. */
    private static List<String> removed(FileDiff diff, List<Symbol> there) {
        Set<String> names = there.stream().map(Symbol::name).collect(Collectors.toSet());
        Set<String> removed = new TreeSet<>();
        List<String> gone = new ArrayList<>();
        for (Hunk hunk : diff.hunks()) {
            hunk.lines().stream().filter(line -> line.startsWith("-")).forEach(gone::add);
        }
        for (String line : gone) {
            Matcher matcher = DEFINITION.matcher(line.substring(1));
            if (matcher.lookingAt()) {
                removed.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
        }
        removed.removeAll(names);
        return List.copyOf(removed);
    }
}
