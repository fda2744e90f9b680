package dev.bolt.api.search;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What ripgrep itself is asked for, with its meaning of each: such a search takes as long as ripgrep, and is refused
 * with UNSUPPORTED_OPTION where there is none.
 *
 * @param pcre2 patterns have PCRE2's syntax, with look-around and back-references ({@code -P})
 * @param crlf a line ends with CR LF, too ({@code --crlf})
 * @param text binary files are searched as if they were text ({@code -a})
 * @param encoding of all files ({@code -E}): a label of the WHATWG Encoding Standard, or {@code none}; null goes by
 *     byte order marks
 * @param maxFileBytes larger files are left out ({@code --max-filesize}); null for no bound
 * @param noIgnoreVcs files that {@code .gitignore} leaves out, too ({@code --no-ignore-vcs})
 * @param noIgnoreDot those that {@code .ignore} and {@code .rgignore} leave out ({@code --no-ignore-dot})
 * @param noIgnoreParent those that rules of folders above leave out ({@code --no-ignore-parent})
 * @param noIgnoreExclude those that {@code .git/info/exclude} leaves out ({@code --no-ignore-exclude})
 */
public record RipgrepOptions(
        boolean pcre2,
        boolean crlf,
        boolean text,
        @Size(min = 1, max = 64) @Nullable String encoding,
        @Min(0) @Nullable Long maxFileBytes,
        boolean noIgnoreVcs,
        boolean noIgnoreDot,
        boolean noIgnoreParent,
        boolean noIgnoreExclude) {

    /** All as ripgrep has it. */
    public static final RipgrepOptions NONE =
            new RipgrepOptions(false, false, false, null, null, false, false, false, false);

    /** PCRE2 and nothing else. */
    public static final RipgrepOptions PCRE2 =
            new RipgrepOptions(true, false, false, null, null, false, false, false, false);
}
