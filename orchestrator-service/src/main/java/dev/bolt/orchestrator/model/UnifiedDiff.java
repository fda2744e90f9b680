package dev.bolt.orchestrator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unified diff that changes or adds text files, and nothing else: no deletions, renames, modes, links or binary
 * files.
 *
 * @param files one for each file
 */
record UnifiedDiff(List<FileDiff> files) {
    private static final Pattern HUNK =
            Pattern.compile("@@ -(\\d{1,7})(?:,(\\d{1,7}))? \\+\\d{1,7}(?:,(\\d{1,7}))? @@.*");
    private static final Pattern REFUSED = Pattern.compile(
            "(rename|copy|similarity|deleted file|old mode|new mode|GIT binary|Binary files|new file mode (?!100644)).*");
    private static final int MOST_FILES = 20;

    UnifiedDiff {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param path as the diff names it, without {@code b/}
     * @param added whether it is not there before
     * @param hunks in their order
     */
    record FileDiff(String path, boolean added, List<Hunk> hunks) {
        FileDiff {
            hunks = List.copyOf(hunks);
        }
    }

    /**
     * Lines that take the place of others.
     *
     * @param start line, from 1, where the old ones are said to be; 0 if there are none
     * @param before the old lines
     * @param after the new lines
     */
    record Hunk(int start, List<String> before, List<String> after) {
        Hunk {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** @throws IllegalArgumentException that says what is wrong with it, for people */
    static UnifiedDiff parse(String text) {
        var files = new ArrayList<FileDiff>();
        List<String> lines = text.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (REFUSED.matcher(line).matches()) {
                throw new IllegalArgumentException("it does more than change or add text: " + shortened(line));
            }
            if (!line.startsWith("--- ")
                    || at + 1 == lines.size()
                    || !lines.get(at + 1).startsWith("+++ ")) {
                at++;
                continue;
            }
            var hunks = new ArrayList<Hunk>();
            String before = name(line);
            String after = name(lines.get(at + 1));
            at = hunks(lines, at + 2, hunks);
            boolean added = before.equals("/dev/null");
            if (after.equals("/dev/null") || !added && !before.equals(after)) {
                throw new IllegalArgumentException("it deletes or renames " + shortened(before));
            }
            if (hunks.isEmpty() || files.size() == MOST_FILES) {
                throw new IllegalArgumentException("it has a file without changes, or more than 20 files");
            }
            files.add(new FileDiff(after, added, hunks));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("it is no unified diff");
        }
        return new UnifiedDiff(files);
    }

    private static int hunks(List<String> lines, int from, List<Hunk> into) {
        int at = from;
        Matcher head = at < lines.size() ? HUNK.matcher(lines.get(at)) : HUNK.matcher("");
        while (head.matches()) {
            at++;
            int old = count(head.group(2));
            int fresh = count(head.group(3));
            var before = new ArrayList<String>();
            var after = new ArrayList<String>();
            while (before.size() < old || after.size() < fresh) {
                String line = at < lines.size() ? lines.get(at++) : "end";
                String rest = line.isEmpty() ? "" : line.substring(1);
                switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                    case ' ' -> {
                        before.add(rest);
                        after.add(rest);
                    }
                    case '-' -> before.add(rest);
                    case '+' -> after.add(rest);
                    case '\\' -> {}
                    default -> throw new IllegalArgumentException("its hunks do not have the lines that they count");
                }
            }
            if (before.size() != old || after.size() != fresh) {
                throw new IllegalArgumentException("its hunks do not have the lines that they count");
            }
            into.add(new Hunk(Integer.parseInt(head.group(1)), before, after));
            while (at < lines.size() && lines.get(at).startsWith("\\")) {
                at++;
            }
            head = at < lines.size() ? HUNK.matcher(lines.get(at)) : HUNK.matcher("");
        }
        return at;
    }

    private static int count(String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    private static String name(String line) {
        String name = line.substring(4).replaceFirst("\\t.*", "").strip();
        return name.matches("[ab]/.*") ? name.substring(2) : name;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 80));
    }
}
