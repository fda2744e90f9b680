package dev.bolt.analysis.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code package.json} and {@code tsconfig.json} files of a workspace say about names of modules. */
final class ScriptProjects {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> folders = new HashMap<>();
    private final Map<String, List<String>> entries = new HashMap<>();
    private final Map<String, Settings> settings = new HashMap<>();

    private ScriptProjects() {}

    /**
     * A package of the workspace.
     *
     * @param folder where it is
     * @param inside what of it is meant; empty for its entry
     * @param entries where its entry may be, relative to the folder
     */
    record Target(String folder, String inside, List<String> entries) {}

    /**
     * @param base folder that names without dots begin in; null if none is set
     * @param paths targets by pattern, relative to the workspace
     */
    private record Settings(@Nullable String base, Map<String, List<String>> paths) {}

    /** @param files what these files say, as JSON, by path; files of other names are passed over */
    static ScriptProjects of(Map<String, String> files) {
        var projects = new ScriptProjects();
        var configurations = new HashMap<String, JsonNode>();
        files.forEach((path, says) -> {
            if (path.endsWith("package.json") && !says.isEmpty()) {
                projects.addPackage(ModuleMap.parent(path), JSON.readTree(says));
            } else if (path.endsWith(".json") && !says.isEmpty()) {
                configurations.put(path, JSON.readTree(says));
            }
        });
        configurations.forEach((path, says) -> {
            if (path.endsWith("tsconfig.json") || path.endsWith("jsconfig.json")) {
                Settings found = settings(path, configurations, new HashSet<>());
                if (found != null) {
                    projects.settings.putIfAbsent(ModuleMap.parent(path), found);
                }
            }
        });
        return projects;
    }

    private void addPackage(String folder, JsonNode says) {
        var found = new ArrayList<String>();
        for (String word : List.of("source", "module", "main", "types", "typings")) {
            if (says.path(word).isString() && inside(says.path(word).stringValue())) {
                found.add(says.path(word).stringValue());
            }
        }
        entries.put(folder, List.copyOf(found));
        if (says.path("name").isString()) {
            folders.put(says.path("name").stringValue(), folder);
        }
    }

    /** An entry is a file of its package: {@code ../a} is none. */
    private static boolean inside(String entry) {
        return !(entry + "/").contains("../");
    }

    private static @Nullable Settings settings(String path, Map<String, JsonNode> all, Set<String> seen) {
        JsonNode says = all.get(path);
        if (says == null || !seen.add(path)) {
            return null;
        }
        String folder = ModuleMap.parent(path);
        Settings inherited = null;
        for (JsonNode each : says.path("extends").isArray() ? says.path("extends") : List.of(says.path("extends"))) {
            String parent = each.isString() && each.stringValue().startsWith(".")
                    ? Paths.join(folder, each.stringValue())
                    : null;
            if (parent != null) {
                Settings found = settings(parent.endsWith(".json") ? parent : parent + ".json", all, seen);
                inherited = found == null ? inherited : found;
            }
        }
        String base = says.path("baseUrl").isString()
                ? Paths.join(folder, says.path("baseUrl").stringValue())
                : inherited == null ? null : inherited.base();
        Map<String, List<String>> paths = says.has("paths")
                ? paths(says.path("paths"), base == null ? folder : base)
                : inherited == null ? Map.of() : inherited.paths();
        return new Settings(base, paths);
    }

    private static Map<String, List<String>> paths(JsonNode patterns, String base) {
        var paths = new HashMap<String, List<String>>();
        for (var pattern : patterns.properties()) {
            var targets = new ArrayList<String>();
            for (JsonNode target : pattern.getValue()) {
                String path = target.isString() ? Paths.join(base, target.stringValue()) : null;
                if (path != null) {
                    targets.add(path);
                }
            }
            paths.put(pattern.getKey(), targets);
        }
        return paths;
    }

    /** Whether any name of a package, or an alias, leads into the workspace. */
    boolean nameAny() {
        return !folders.isEmpty() || !settings.isEmpty();
    }

    /** Where the package in this folder begins, relative to it. */
    List<String> entries(String folder) {
        return entries.getOrDefault(folder, List.of());
    }

    /** Paths that the nearest settings above a file give to a name, the best first; the longest pattern wins. */
    List<String> aliases(String from, String module) {
        String folder = from;
        while (!folder.isEmpty()) {
            folder = ModuleMap.parent(folder);
            Settings near = settings.get(folder);
            if (near != null) {
                return aliases(near, module);
            }
        }
        return List.of();
    }

    private static List<String> aliases(Settings settings, String module) {
        var found = new ArrayList<String>();
        settings.paths().entrySet().stream()
                .filter(path -> matches(path.getKey(), module))
                .max(java.util.Comparator.comparingInt(path -> path.getKey().indexOf('*') < 0
                        ? Integer.MAX_VALUE
                        : path.getKey().indexOf('*')))
                .ifPresent(path -> path.getValue().forEach(target -> found.add(filled(path.getKey(), target, module))));
        if (settings.base() != null) {
            found.add(ModuleMap.child(settings.base(), module));
        }
        return found;
    }

    private static boolean matches(String pattern, String module) {
        int star = pattern.indexOf('*');
        return star < 0
                ? pattern.equals(module)
                : module.length() >= pattern.length() - 1
                        && module.startsWith(pattern.substring(0, star))
                        && module.endsWith(pattern.substring(star + 1));
    }

    private static String filled(String pattern, String target, String module) {
        int star = pattern.indexOf('*');
        return star < 0
                ? target
                : target.replace("*", module.substring(star, module.length() - (pattern.length() - star - 1)));
    }

    /** The package of the workspace that a name without dots means; null if it is none of them. */
    @Nullable
    Target inWorkspace(String module) {
        int slash = module.indexOf('/');
        if (module.startsWith("@") && slash > 0) {
            slash = module.indexOf('/', slash + 1);
        }
        String name = slash < 0 ? module : module.substring(0, slash);
        String folder = folders.get(name);
        return folder == null
                ? null
                : new Target(folder, slash < 0 ? "" : module.substring(slash + 1), entries(folder));
    }
}
