package dev.bolt.cli.command;

import dev.bolt.api.search.RipgrepOptions;
import dev.bolt.cli.console.Failure;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** ripgrep's flags that only ripgrep itself answers. */
final class RipgrepFlags {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([KMG]?)");

    @Option(
            names = {"-P", "--pcre2"},
            description = "PCRE2's syntax: look-around, back-references.")
    private boolean pcre2;

    @Option(names = "--crlf", description = "A line ends with CR LF, too.")
    private boolean crlf;

    @Option(
            names = {"-a", "--text"},
            description = "Search binary files as text.")
    private boolean text;

    @Option(
            names = {"-E", "--encoding"},
            paramLabel = "LABEL",
            description = "The encoding of all files; auto by default.")
    private @Nullable String encoding;

    @Option(names = "--max-filesize", paramLabel = "NUM[KMG]", description = "Leave larger files out.")
    private @Nullable String maxFileSize;

    @Option(names = "--no-ignore-vcs", description = "Files that .gitignore leaves out, too.")
    private boolean noIgnoreVcs;

    @Option(names = "--no-ignore-dot", description = "Files that .ignore and .rgignore leave out, too.")
    private boolean noIgnoreDot;

    @Option(names = "--no-ignore-parent", description = "Files that rules of folders above leave out, too.")
    private boolean noIgnoreParent;

    @Option(names = "--no-ignore-exclude", description = "Files that .git/info/exclude leaves out, too.")
    private boolean noIgnoreExclude;

    /** What was asked for; null if nothing. */
    @Nullable
    RipgrepOptions asked() {
        boolean auto = encoding == null || encoding.toLowerCase(Locale.ROOT).equals("auto");
        var options = new RipgrepOptions(
                pcre2,
                crlf,
                text,
                auto ? null : encoding,
                maxFileSize == null ? null : bytes(maxFileSize),
                noIgnoreVcs,
                noIgnoreDot,
                noIgnoreParent,
                noIgnoreExclude);
        return options.equals(RipgrepOptions.NONE) ? null : options;
    }

    private static long bytes(String size) {
        var parts = SIZE.matcher(size);
        if (!parts.matches()) {
            throw Failure.input("--max-filesize takes a number and K, M or G, such as 2M, not '" + size + "'.");
        }
        int shift = parts.group(2).isEmpty() ? 0 : 10 * (1 + "KMG".indexOf(parts.group(2)));
        return Math.multiplyExact(Long.parseLong(parts.group(1)), 1L << shift);
    }
}
