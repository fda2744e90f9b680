package dev.bolt.search.ripgrep;

import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.api.search.TextQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The only way to start ripgrep. A pattern, glob or type is always the value of an option, never one itself, so none
 * can become {@code --pre} and run a program.
 */
public final class RipgrepArguments {
    /** A type that ripgrep does not have: what it takes for JavaScript and TypeScript. */
    private static final String JAVASCRIPT = "javascript:include:js,ts";

    private RipgrepArguments() {}

    /** The command line that answers the query for the working directory, as JSON lines on standard output. */
    public static List<String> of(RipgrepBinary binary, TextQuery query, int workers) {
        var arguments = new ArrayList<String>();
        arguments.add(binary.path().toString());
        arguments.addAll(List.of("--no-config", "--json", "--no-ignore-global"));
        // With PCRE2 a message may say that a match was given up.
        flag(arguments, query.ripgrep() == null || !query.ripgrep().pcre2(), "--no-messages");
        if (workers > 0) {
            arguments.add("--threads=" + workers);
        }
        flag(arguments, query.fixedStrings(), "--fixed-strings");
        flag(arguments, query.wordRegexp(), "--word-regexp");
        flag(arguments, query.lineRegexp(), "--line-regexp");
        flag(arguments, query.invertMatch(), "--invert-match");
        flag(arguments, query.multiline(), "--multiline");
        flag(arguments, query.hidden(), "--hidden");
        flag(arguments, query.noIgnore(), "--no-ignore");
        arguments.add(
                switch (query.caseMode() == null ? CaseMode.SENSITIVE : query.caseMode()) {
                    case SENSITIVE -> "--case-sensitive";
                    case INSENSITIVE -> "--ignore-case";
                    case SMART -> "--smart-case";
                });
        values(arguments, "--glob=", query.globs());
        arguments.add("--type-add=" + JAVASCRIPT);
        values(arguments, "--type=", query.types());
        values(arguments, "--type-not=", query.typesNot());
        if (query.beforeContext() > 0) {
            arguments.add("--before-context=" + query.beforeContext());
        }
        if (query.afterContext() > 0) {
            arguments.add("--after-context=" + query.afterContext());
        }
        if (query.maxCount() != null) {
            arguments.add("--max-count=" + query.maxCount());
        }
        if (query.ripgrep() != null) {
            add(arguments, query.ripgrep());
        }
        values(arguments, "--regexp=", query.patterns());
        arguments.add("--");
        arguments.add("./");
        return arguments;
    }

    private static void add(List<String> arguments, RipgrepOptions options) {
        flag(arguments, options.pcre2(), "--pcre2");
        flag(arguments, options.crlf(), "--crlf");
        flag(arguments, options.text(), "--text");
        if (options.encoding() != null) {
            arguments.add("--encoding=" + options.encoding());
        }
        if (options.maxFileBytes() != null) {
            arguments.add("--max-filesize=" + options.maxFileBytes());
        }
        flag(arguments, options.noIgnoreVcs(), "--no-ignore-vcs");
        flag(arguments, options.noIgnoreDot(), "--no-ignore-dot");
        flag(arguments, options.noIgnoreParent(), "--no-ignore-parent");
        flag(arguments, options.noIgnoreExclude(), "--no-ignore-exclude");
    }

    private static void flag(List<String> arguments, boolean on, String flag) {
        if (on) {
            arguments.add(flag);
        }
    }

    private static void values(List<String> arguments, String option, @Nullable List<String> values) {
        if (values != null) {
            values.forEach(value -> arguments.add(option + value));
        }
    }
}
