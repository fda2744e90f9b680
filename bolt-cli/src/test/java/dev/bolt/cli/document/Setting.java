package dev.bolt.cli.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One setting of a service, as the source of its {@code …Properties} record says it. */
record Setting(String service, String name, String defaultValue, String effect) {
    private static final Pattern PREFIX = Pattern.compile("@ConfigurationProperties\\(\"(bolt\\.([a-z]+)[^\"]*)\"\\)");
    private static final Pattern EFFECT = Pattern.compile("@param (\\w+) (.*?)(?= @param | \\*/)");
    private static final Pattern COMPONENT =
            Pattern.compile("((?:@\\w+(?:\\([^)]*\\))? )*)[A-Z@a-z][\\w.]*(?:<[^>]*>)? (\\w+)(?:, |$)");
    private static final Pattern DEFAULT = Pattern.compile("@DefaultValue(\\((\\{[^}]*}|\"[^\"]*\")\\))?");

    /** Every setting of every service, by name. */
    static List<Setting> all(Path checkout) throws IOException {
        try (Stream<Path> files = Files.walk(checkout)) {
            return files.filter(file -> file.toString().contains("src/main/java"))
                    .filter(file -> file.getFileName().toString().endsWith("Properties.java"))
                    .flatMap(Setting::of)
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList();
        }
    }

    private static Stream<Setting> of(Path file) {
        String source = read(file).replaceAll("\\n \\*(?!/)", " ").replaceAll("\\s+", " ");
        Matcher prefix = PREFIX.matcher(source);
        if (!prefix.find()) {
            return Stream.empty();
        }
        Map<String, String> effects = new HashMap<>();
        Matcher effect = EFFECT.matcher(source.substring(0, prefix.start()));
        while (effect.find()) {
            effects.put(effect.group(1), effect.group(2).replaceAll("\\{@code ([^}]*)}", "`$1`"));
        }
        String record = source.substring(source.indexOf("record ", prefix.end()));
        Matcher component = COMPONENT.matcher(
                inParentheses(record.substring(record.indexOf('(') + 1)).strip());
        var settings = Stream.<Setting>builder();
        while (component.find()) {
            String name = component.group(2);
            Matcher given = DEFAULT.matcher(component.group(1));
            String value = !given.find()
                    ? "unset"
                    : given.group(2) == null ? "empty" : given.group(2).replaceAll("[\"{}]", "");
            settings.add(new Setting(
                    prefix.group(2), prefix.group(1) + "." + kebab(name), value, effects.getOrDefault(name, "")));
        }
        return settings.build();
    }

    private static String inParentheses(String text) {
        int depth = 1;
        int end = 0;
        while (depth > 0) {
            depth += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
            end++;
        }
        return text.substring(0, end - 1);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
