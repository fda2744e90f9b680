package dev.bolt.orchestrator.solve;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.platform.question.AboutTests;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a question: a pure function of its text, linear in its length. */
public final class Reader {
    private static final int MOST = 12;
    private static final Pattern PYTHON_FRAME = Pattern.compile("File \"([^\"\\n]{1,300})\", line (\\d{1,7})");
    private static final Pattern OTHER_FRAME = Pattern.compile(
            "\\bat [^\\n(]{0,200}\\(?((?:[\\w.@-]+/){0,20}[\\w.@-]+\\.(?:java|js|ts|tsx|jsx|mjs|kt)):(\\d{1,7})");
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\w/])((?:[\\w.-]+/){0,20}[\\w-]+\\.(?:pyi?|java|jsx?|tsx?|go|rs|rb|c|h|cc|cpp|toml|ya?ml|json|md|cfg|ini|sql|html))(?![\\w/])");
    private static final Pattern BACKTICKED = Pattern.compile("`([^`\\n]{1,200})`");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]{8,200})\"|(?<!\\w)'([^'\\n]{8,200})'(?!\\w)");
    private static final Pattern ERROR =
            Pattern.compile("\\b(?:[A-Z]\\w*(?:Error|Exception|Warning)): ([^\\n]{8,200})");
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*){1,20}|[A-Za-z]*_\\w+|[A-Z]+[a-z0-9]+[A-Z]\\w*|[a-z]+[A-Z]\\w*)\\b(?:\\(\\))?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]+");
    private static final Pattern USERS = Pattern.compile(
            "(?i)\\bwho (uses?|calls?|imports?|depends)|\\b(callers?|dependents?|users) of\\b|\\bwhat (breaks|depends|uses|is affected)|\\bimpact\\b|\\baffected\\b|\\bwho\\b.*\\b(it|them)\\b");
    private static final Set<String> STOP = Set.of(
            ("a an the and or of to in on at by for from with without into is are was were be been do does did has have had "
                            + "it its this that these those there here how what when where which who whom whose why whether if then else not no "
                            + "can could should would will shall may might must i we you they he she me us them our your their my "
                            + "get gets use uses used using make makes made happen happens code file files function functions class "
                            + "method methods module find show tell explain about after before during while than as so such just only "
                            + "also any all each every some more most other same new work works")
                    .split(" "));

    private Reader() {}

    /** What the question names and wants. */
    public static Understanding read(String question) {
        List<SourceSpan> frames = frames(question);
        var identifiers = new LinkedHashSet<String>();
        collect(BACKTICKED, question, identifiers);
        identifiers.removeIf(name -> !NAME.matcher(name).matches() && !name.matches("[A-Za-z_]\\w{1,80}"));
        var paths = new LinkedHashSet<String>();
        collect(PATH, question, paths);
        Matcher names = NAME.matcher(question);
        while (names.find()) {
            String name = names.group().replace("()", "");
            if (!paths.contains(name) && !name.matches("(?i)(e\\.g|i\\.e|etc)")) {
                identifiers.add(name);
            }
        }
        identifiers.removeIf(name -> paths.stream().anyMatch(path -> path.contains(name)));
        var quoted = new LinkedHashSet<String>();
        collect(QUOTED, question, quoted);
        collect(ERROR, question, quoted);
        return new Understanding(
                intent(question, frames),
                first(identifiers),
                first(quoted),
                first(paths),
                frames,
                words(question),
                AboutTests.asks(question),
                USERS.matcher(question).find());
    }

    private static List<SourceSpan> frames(String question) {
        var frames = new ArrayList<SourceSpan>();
        Matcher python = PYTHON_FRAME.matcher(question);
        while (python.find()) {
            frames.addFirst(frame(python)); // Python prints the innermost call last
        }
        Matcher other = OTHER_FRAME.matcher(question);
        while (other.find()) {
            frames.add(frame(other));
        }
        return frames.size() > MOST ? frames.subList(0, MOST) : frames;
    }

    private static SourceSpan frame(Matcher matcher) {
        int line = Math.max(1, Integer.parseInt(matcher.group(2)));
        return new SourceSpan(matcher.group(1), line, line);
    }

    private static String intent(String question, List<SourceSpan> frames) {
        String text = question.toLowerCase(Locale.ROOT);
        if (!frames.isEmpty()
                || says(
                        text,
                        "error|exception|traceback|bug|crash\\w*|fail\\w*|broken|wrong|leak\\w*|hang\\w*|deadlock\\w*|regression")) {
            return "debug";
        }
        if (says(text, "slow\\w*|faster|performance|latency|optimi[sz]\\w*|memory usage|speed|bottleneck\\w*")) {
            return "optimize";
        }
        if (says(text, "refactor\\w*|rename|extract|split|simplif\\w*|clean ?up|duplicat\\w*|decouple")) {
            return "refactor";
        }
        if (says(text, "what breaks|impact|affected|depends on|who (uses|calls|imports)|dependents|callers")
                && !says(text, "^(where|how|why)")) {
            return "impact";
        }
        if (says(text, "add|implement|support|introduce|allow|extend|create")
                && !says(text, "^(where|how (is|are|does|do)|why|who)")) {
            return "feature";
        }
        return says(text, "verify|check that|make sure|is it (true|safe)|covered|tested") ? "verify" : "explain";
    }

    private static boolean says(String text, String words) {
        return Pattern.compile(words.startsWith("^") ? words + "\\b" : "\\b(?:" + words + ")\\b")
                .matcher(text)
                .find();
    }

    private static List<String> words(String question) {
        var words = new LinkedHashSet<String>();
        Matcher matcher = WORD.matcher(question);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            if (word.length() > 2 && !STOP.contains(word)) {
                words.add(word);
            }
        }
        return first(words);
    }

    private static void collect(Pattern pattern, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    into.add(matcher.group(group));
                }
            }
        }
    }

    private static List<String> first(Set<String> all) {
        return all.stream().limit(MOST).toList();
    }
}
