package dev.bolt.search.scan;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.Glob;
import dev.bolt.platform.workspace.IgnorePattern;
import dev.bolt.platform.workspace.Overrides;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which of the walked files the globs and types of a query leave. The last glob that fits decides; where a glob without
 * {@code !} is given, a file that none fits is left out, as ripgrep's {@code -g} has it.
 */
public final class FileFilter implements Overrides {
    private final List<IgnorePattern> globs = new ArrayList<>();
    private final List<Glob> types;
    private final List<Glob> typesNot;
    private boolean keepsOnly;
    private boolean leavesOut;

    /** @throws ProblemException BAD_REQUEST or UNSUPPORTED_OPTION for what is no glob or no type that is known here */
    public FileFilter(TextQuery query, FileTypes known) {
        for (String value : orEmpty(query.globs())) {
            pattern(value).ifPresent(glob -> {
                globs.add(glob);
                keepsOnly |= !glob.negated();
                leavesOut |= glob.negated();
            });
        }
        types = types(query.types(), known);
        typesNot = types(query.typesNot(), known);
    }

    /** Whether the file of this path is left. */
    public boolean keeps(String path) {
        if (globs.isEmpty() && types.isEmpty() && typesNot.isEmpty()) {
            return true;
        }
        for (int end = leavesOut ? path.indexOf('/') : 0; end > 0; end = path.indexOf('/', end + 1)) {
            IgnorePattern folder = last(path.substring(0, end), true);
            if (folder != null && folder.negated()) {
                return false;
            }
        }
        IgnorePattern decisive = last(path, false);
        if (decisive != null) {
            return !decisive.negated();
        }
        String name = name(path);
        if (keepsOnly || fitsAny(typesNot, name)) {
            return false;
        }
        return types.isEmpty() || fitsAny(types, name);
    }

    @Override
    public @Nullable Boolean keeps(String path, boolean directory) {
        IgnorePattern decisive = last(path, directory);
        if (decisive != null) {
            return !decisive.negated();
        }
        return keepsOnly && !directory ? false : null;
    }

    @Override
    public boolean keepsHidden(String path, boolean directory) {
        return !directory && fitsAny(types, name(path));
    }

    /** Whether a glob asks for this very folder, be it hidden or ignored. */
    public boolean asksForFolder(String path) {
        IgnorePattern folder = last(path, true);
        return folder != null && !folder.negated();
    }

    private @Nullable IgnorePattern last(String path, boolean directory) {
        if (globs.isEmpty()) {
            return null;
        }
        String name = name(path);
        for (int i = globs.size() - 1; i >= 0; i--) {
            if (globs.get(i).matches(path, name, directory)) {
                return globs.get(i);
            }
        }
        return null;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean fitsAny(List<Glob> globs, String name) {
        for (Glob glob : globs) {
            if (glob.matches(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a glob asks for files by name, which brings back ignored and hidden ones. */
    public boolean asksByName() {
        return keepsOnly;
    }

    /**
     * Whether it may bring back a file that is hidden or ignored: by its name, or a hidden one by its type. What lies
     * in a hidden folder is not looked at, as long as no glob asks for the folder.
     */
    public boolean mayBringBack(String path) {
        if (inHiddenFolder(path)) {
            return false;
        }
        boolean hidden = path.charAt(path.lastIndexOf('/') + 1) == '.';
        return (keepsOnly || (hidden && !types.isEmpty())) && keeps(path);
    }

    private boolean inHiddenFolder(String path) {
        int start = 0;
        for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', start)) {
            if (path.charAt(start) == '.' && !asksForFolder(path.substring(0, end))) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /** Whether it may bring back files at all. */
    public boolean bringsBack() {
        return keepsOnly || !types.isEmpty();
    }

    private static Optional<IgnorePattern> pattern(String value) {
        try {
            return IgnorePattern.ofOption(value);
        } catch (PatternSyntaxException e) {
            throw new ProblemException(
                            Problem.BAD_REQUEST, "error parsing glob '%s': %s".formatted(value, e.getDescription()), e)
                    .withField("globs");
        }
    }

    private static List<Glob> types(@Nullable List<String> names, FileTypes known) {
        return orEmpty(names).stream()
                .flatMap(name -> known.globs(name).stream())
                .map(Glob::of)
                .toList();
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
