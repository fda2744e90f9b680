package dev.bolt.analysis.graph;

import dev.bolt.analysis.graph.ImportResolver.Resolution;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file of a JavaScript or TypeScript module as bundlers and TypeScript's {@code bundler} resolution do:
 * relative paths, {@code paths} and {@code baseUrl} of the nearest {@code tsconfig.json}, names of packages in the
 * workspace. A package's entry that is not there, since it would be built, gives way to its source.
 */
final class ScriptModules {
    private static final List<String> SUFFIXES =
            List.of(".ts", ".tsx", ".d.ts", ".js", ".jsx", ".mts", ".mjs", ".cts", ".cjs", ".d.mts", ".d.cts");

    /** TypeScript is imported by the name that it will have as JavaScript. */
    private static final Pattern SCRIPT = Pattern.compile("(.*)\\.([mc]?)jsx?");

    private final Set<String> files;
    private final ScriptProjects projects;

    ScriptModules(Collection<String> files, ScriptProjects projects) {
        this.files = Set.copyOf(files);
        this.projects = projects;
    }

    /** With other files in the same projects. */
    ScriptModules with(Collection<String> files) {
        return new ScriptModules(files, projects);
    }

    /**
     * What an import writes last that may mean this file: its name or that of a folder around it, whose entry it may
     * be; the folder itself, or anything that is no path, where projects give names to paths.
     */
    Set<String> words(String path) {
        var words = new HashSet<String>();
        for (String part : path.split("/")) {
            words.add(ImportWords.stem(part));
        }
        words.add(ImportWords.FOLDER);
        if (projects.nameAny()) {
            words.add(ImportWords.BARE);
        }
        return words;
    }

    Resolution resolve(String from, String written) {
        String module = written.replaceFirst("[?#].*$", "");
        String file = module.isEmpty() ? null : find(from, module);
        return new Resolution(from.equals(file) ? null : file, written);
    }

    private @Nullable String find(String from, String module) {
        if (module.equals(".") || module.equals("..") || module.startsWith("./") || module.startsWith("../")) {
            return at(Paths.join(ModuleMap.parent(from), module));
        }
        for (String candidate : projects.aliases(from, module)) {
            String file = at(candidate);
            if (file != null) {
                return file;
            }
        }
        ScriptProjects.Target inside = projects.inWorkspace(module);
        return inside == null ? null : inPackage(inside);
    }

    private @Nullable String inPackage(ScriptProjects.Target target) {
        String folder = target.folder();
        if (!target.inside().isEmpty()) {
            String file = at(Paths.join(folder, target.inside()));
            return file != null ? file : at(Paths.join(folder, "src/" + target.inside()));
        }
        for (String entry : target.entries()) {
            String file = at(Paths.join(folder, entry));
            if (file != null) {
                return file;
            }
        }
        String source = at(Paths.join(folder, "src/index"));
        return source != null ? source : at(Paths.join(folder, "index"));
    }

    /** The file of this path, with or without suffix, or of this folder. */
    private @Nullable String at(@Nullable String path) {
        if (path == null) {
            return null;
        }
        String file = plain(path);
        if (file != null) {
            return file;
        }
        for (String entry : projects.entries(path)) {
            String main = Paths.join(path, entry);
            String found = main == null ? null : plain(main);
            found = found == null && main != null ? suffixed(main + "/index") : found;
            if (found != null) {
                return found;
            }
        }
        return suffixed(path.isEmpty() ? "index" : path + "/index");
    }

    private @Nullable String plain(String path) {
        if (files.contains(path)) {
            return path;
        }
        Matcher script = SCRIPT.matcher(path);
        if (script.matches()) {
            String stem = script.group(1);
            for (String suffix : List.of("ts", "tsx", "d.ts")) {
                String source = stem + "." + suffix.replaceFirst("ts", script.group(2) + "ts");
                if (files.contains(source)) {
                    return source;
                }
            }
        }
        return suffixed(path);
    }

    private @Nullable String suffixed(String path) {
        for (String suffix : SUFFIXES) {
            if (files.contains(path + suffix)) {
                return path + suffix;
            }
        }
        return null;
    }
}
