package dev.bolt.search;

import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.TextQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Queries that nobody would write, from a seed; and texts that they may match. */
public final class RandomQueries {
    private static final String[] ATOMS = {
        "a",
        "b",
        "s",
        "k",
        "send",
        "S",
        "é",
        "Δ",
        "ß",
        "İ",
        "i",
        "I",
        "\u212A",
        "💀",
        "日",
        "_",
        " ",
        "\\.",
        "-",
        ".",
        "\\w",
        "\\W",
        "\\d",
        "\\D",
        "\\s",
        "\\S",
        "\\b",
        "\\B",
        "^",
        "$",
        "\\z",
        "[a-z]",
        "[^a-z]",
        "[A-Z_]",
        "[^\\w]",
        "[\\w.-]",
        "[[:alpha:]]",
        "[[:^digit:]]",
        "[[:^alpha:]]",
        "[[:^lower:]]",
        "[[:^upper:]s]",
        "[^[:^alnum:]]",
        "[[:^word:]a]",
        "[[:^ascii:]]",
        "(?i:[[:^upper:]])",
        "(?i:[^[:^xdigit:]])",
        "(?i-u:[[:lower:]])",
        "[a-z&&[^aeiou]]",
        "[\\w--\\d]",
        "[a-s~~k-z]",
        "\\pL",
        "\\p{Lu}",
        "\\P{Ll}",
        "\\p{Greek}",
        "\\x41",
        "\\u{e9}",
        "\\t",
        "[é-ü]",
        "\\b{start}",
        "\\b{end}",
        "\\b{start-half}",
        "\\b{end-half}",
        "(?i:k)",
        "(?-u:\\w)",
        "(?-u:\\b)",
        "[^💀]",
        "[ſ]",
        "\\<",
        "\\>",
        "\\P{Greek}",
        "[\\n ]",
        "(?-i:s)",
        "",
    };
    private static final String[] PIECES = {
        "a", "b", "s", "k", "K", "S", "send", "Send", "é", "ü", "Δ", "ß", "İ", "ı", "i", "I", "\u212A", "ſ", "💀", "日",
        "_", " ", ".", "-", "5", "A", "\t", "(", "aa", "ab", "ba", "sk",
    };
    private static final String[] ACROSS = {
        "\\n",
        "\\s",
        "\\s+",
        "[^a]",
        "[^a-z]+",
        "$",
        "^",
        "(?s:.)",
        "(?s:.*)",
        "(?s:.{1,20}?)",
        "\\n\\s*",
        "\\W+",
        "\\n|",
        "[\\n ]"
    };
    private static final String[] GLOBS = {
        "*",
        "**",
        "*.txt",
        "*.t?t",
        "?.txt",
        "src",
        "src/",
        "src/**",
        "/src/*",
        "docs/",
        "a/**",
        "**/x.txt",
        "{src,docs}/*",
        "*.{py,js,}",
        "{,a/}x.txt",
        "[a-b]*",
        "[!a]*",
        "[^.]*",
        "a[!/]x",
        "*.txt ",
        "#a",
        "",
        "/",
        "build/",
        "*.log",
        "random-1*",
        "src/***",
        "**/*er*/**",
        "*/",
        "\\!a",
        "b\\ank.txt",
        ".hidden",
        ".*",
        "[é]",
        "d[]o]cs",
        "\u00A0",
    };
    private static final String[] TYPES = {"py", "js", "md", "json", "txt", "c", "html", "yaml"};
    private static final String[] COUNTS = {"*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{2,}", "{0,2}?"};

    private final Random random;

    public RandomQueries(long seed) {
        this.random = new Random(seed);
    }

    public TextQuery next() {
        var patterns = new ArrayList<String>(List.of(pattern(3)));
        if (random.nextInt(6) == 0) {
            patterns.add(pattern(2));
        }
        CaseMode mode = random.nextInt(3) == 0 ? CaseMode.INSENSITIVE : random.nextInt(4) == 0 ? CaseMode.SMART : null;
        boolean word = random.nextInt(5) == 0;
        return TextQuery.of(Queries.WORKSPACE, patterns)
                .fixedStrings(random.nextInt(12) == 0)
                .caseMode(mode)
                .wordRegexp(word)
                .lineRegexp(!word && random.nextInt(8) == 0)
                .invertMatch(random.nextInt(10) == 0)
                .hidden(random.nextInt(6) == 0)
                .noIgnore(random.nextInt(6) == 0)
                .globs(random.nextInt(3) == 0 ? globs() : null)
                .types(random.nextInt(10) == 0 ? List.of(TYPES[random.nextInt(TYPES.length)]) : null)
                .typesNot(random.nextInt(10) == 0 ? List.of(TYPES[random.nextInt(TYPES.length)]) : null)
                .beforeContext(random.nextInt(5) == 0 ? random.nextInt(3) : 0)
                .afterContext(random.nextInt(5) == 0 ? random.nextInt(3) : 0)
                .maxCount(random.nextInt(8) == 0 ? 1 + random.nextInt(2) : null)
                .build();
    }

    /** Mostly such that leave files out, which do not ask for hidden or ignored ones. */
    private List<String> globs() {
        var globs = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            globs.add((random.nextInt(4) > 0 ? "!" : "") + GLOBS[random.nextInt(GLOBS.length)]);
        }
        return globs;
    }

    /** One that often has matches over line ends. */
    public TextQuery nextAcrossLines() {
        var patterns = new ArrayList<String>(List.of(pattern(2) + ACROSS[random.nextInt(ACROSS.length)] + pattern(1)));
        if (random.nextInt(6) == 0) {
            patterns.add(pattern(2));
        }
        boolean word = random.nextInt(8) == 0;
        return TextQuery.of(Queries.WORKSPACE, patterns)
                .caseMode(random.nextInt(3) == 0 ? CaseMode.INSENSITIVE : null)
                .wordRegexp(word)
                .lineRegexp(!word && random.nextInt(8) == 0)
                .multiline(true)
                .globs(random.nextInt(6) == 0 ? globs() : null)
                .build();
    }

    private String pattern(int depth) {
        var text = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            int kind = random.nextInt(10);
            if (depth > 0 && kind == 0) {
                text.append("(?:")
                        .append(pattern(depth - 1))
                        .append('|')
                        .append(pattern(depth - 1))
                        .append(')');
            } else if (depth > 0 && kind == 1) {
                text.append('(').append(pattern(depth - 1)).append(')').append(COUNTS[random.nextInt(COUNTS.length)]);
            } else {
                String atom = ATOMS[random.nextInt(ATOMS.length)];
                text.append(atom);
                if (!atom.isEmpty() && random.nextInt(4) == 0) {
                    text.append(COUNTS[random.nextInt(COUNTS.length)]);
                }
            }
        }
        return text.toString();
    }

    /** A line of what the patterns are made of, with a byte that is no UTF-8 now and then. */
    public byte[] line() {
        var bytes = new java.io.ByteArrayOutputStream();
        for (int i = random.nextInt(12); i > 0; i--) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            bytes.writeBytes(piece.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (random.nextInt(40) == 0) {
                bytes.write(0x80 + random.nextInt(0x80));
            }
        }
        return bytes.toByteArray();
    }
}
