package dev.bolt.analysis.language;

import dev.bolt.analysis.symbol.FileModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files that name packages: {@code package.json}, {@code tsconfig.json}, {@code go.mod}, {@code Cargo.toml}. They are
 * files of the model, so that a change to one is seen as any other; what they say of names is their namespace.
 */
public final class ProjectFile {
    /** Their language. */
    public static final String WORD = "project";

    private static final Pattern SCRIPT_SETTINGS = Pattern.compile("(?:ts|js)config(?:\\.[\\w.-]+)?\\.json");
    private static final Pattern GO_MODULE = Pattern.compile("^module\\s+\"?([^\\s\"]+)", Pattern.MULTILINE);
    private static final Pattern CRATE =
            Pattern.compile("^\\[package\\][^\\[]*?^name\\s*=\\s*\"([^\"]+)\"", Pattern.MULTILINE | Pattern.DOTALL);
    private static final List<String> PACKAGE_WORDS = List.of("name", "source", "types", "typings", "module", "main");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private ProjectFile() {}

    /** Whether the file is one. */
    public static boolean is(String path) {
        String name = name(path);
        return name.equals("package.json")
                || name.equals("go.mod")
                || name.equals("Cargo.toml")
                || SCRIPT_SETTINGS.matcher(name).matches();
    }

    /** Its model; one that cannot be read says nothing. */
    public static FileModel read(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String says = switch (name(path)) {
            case "go.mod" -> first(GO_MODULE, text);
            case "Cargo.toml" -> first(CRATE, text);
            case "package.json" -> chosen(text, PACKAGE_WORDS);
            default -> settings(text);
        };
        int lines = (int) text.lines().count();
        return new FileModel(path, WORD, says, lines, List.of(), List.of(), List.of(), List.of());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String chosen(String text, List<String> words) {
        try {
            JsonNode all = JSON.readTree(text);
            var some = JSON.createObjectNode();
            words.stream().filter(all::has).forEach(word -> some.set(word, all.get(word)));
            return some.isEmpty() ? "" : some.toString();
        } catch (JacksonException broken) {
            return "";
        }
    }

    private static String settings(String text) {
        try {
            JsonNode all = JSON.readTree(text);
            var some = JSON.createObjectNode();
            if (all.has("extends")) {
                some.set("extends", all.get("extends"));
            }
            JsonNode options = all.path("compilerOptions");
            List.of("baseUrl", "paths").stream()
                    .filter(options::has)
                    .forEach(word -> some.set(word, options.get(word)));
            return some.isEmpty() ? "" : some.toString();
        } catch (JacksonException broken) {
            return "";
        }
    }
}
