package dev.bolt.search.scan;

import dev.bolt.api.search.TextQuery;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which of the walked files the globs and types of a query leave. The last glob that fits decides; where a glob without
 * {@code !} is given, a file that none fits is left out, as ripgrep's {@code -g} has it.
 */
public final class FileFilter {
    /** Most globs are no more than an ending. */
    private static final Pattern ENDING = Pattern.compile("\\*[\\w.]+");

    private record Rule(Predicate<String> fits, boolean keeps) {}

    private final List<Rule> globs = new ArrayList<>();
    private final List<Predicate<String>> types = new ArrayList<>();
    private final List<Predicate<String>> typesNot = new ArrayList<>();
    private boolean keepsOnly;
    private boolean leavesOut;

    /** @throws ProblemException BAD_REQUEST or UNSUPPORTED_OPTION for what is no glob or no type that is known here */
    public FileFilter(TextQuery query, FileTypes known) {
        for (String glob : orEmpty(query.globs())) {
            boolean keeps = !glob.startsWith("!");
            globs.add(new Rule(compile(keeps ? glob : glob.substring(1), "globs"), keeps));
            keepsOnly |= keeps;
            leavesOut |= !keeps;
        }
        orEmpty(query.types()).forEach(type -> known.globs(type).forEach(glob -> types.add(compile(glob, "types"))));
        orEmpty(query.typesNot())
                .forEach(type -> known.globs(type).forEach(glob -> typesNot.add(compile(glob, "typesNot"))));
    }

    /** Whether the file of this path is left. */
    public boolean keeps(String path) {
        if (globs.isEmpty() && types.isEmpty() && typesNot.isEmpty()) {
            return true;
        }
        for (int end = leavesOut ? path.indexOf('/') : 0; end > 0; end = path.indexOf('/', end + 1)) {
            Rule folder = last(path.substring(0, end));
            if (folder != null && !folder.keeps()) {
                return false;
            }
        }
        Rule decisive = last(path);
        if (decisive != null) {
            return decisive.keeps();
        }
        if (keepsOnly || fitsAny(typesNot, path)) {
            return false;
        }
        return types.isEmpty() || fitsAny(types, path);
    }

    private @Nullable Rule last(String path) {
        for (int i = globs.size() - 1; i >= 0; i--) {
            if (globs.get(i).fits().test(path)) {
                return globs.get(i);
            }
        }
        return null;
    }

    private static boolean fitsAny(List<Predicate<String>> globs, String path) {
        for (Predicate<String> glob : globs) {
            if (glob.test(path)) {
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
            if (path.charAt(start) == '.') {
                Rule folder = last(path.substring(0, end));
                if (folder == null || !folder.keeps()) {
                    return true;
                }
            }
            start = end + 1;
        }
        return false;
    }

    /** Whether it may bring back files at all. */
    public boolean bringsBack() {
        return keepsOnly || !types.isEmpty();
    }

    private static Predicate<String> compile(String glob, String field) {
        return ENDING.matcher(glob).matches() ? endsWith(glob.substring(1)) : byPattern(glob, field);
    }

    private static Predicate<String> endsWith(String ending) {
        return path -> path.endsWith(ending);
    }

    private static Predicate<String> byPattern(String glob, String field) {
        String bare = glob.endsWith("/") ? glob.substring(0, glob.length() - 1) : glob;
        boolean anchored = bare.contains("/");
        if (bare.startsWith("/")) {
            bare = bare.substring(1);
        }
        try {
            return Pattern.compile((anchored ? "" : "(?:.*/)?") + Glob.toRegex(bare, true), Pattern.DOTALL)
                    .asMatchPredicate();
        } catch (PatternSyntaxException e) {
            throw new ProblemException(
                            Problem.BAD_REQUEST, "'%s' is not a glob: %s.".formatted(glob, e.getDescription()), e)
                    .withField(field);
        }
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
