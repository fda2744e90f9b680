package dev.bolt.api.search;

import dev.bolt.api.code.WorkspaceId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look for, with ripgrep's meaning of every field; what is left out has ripgrep's default.
 *
 * @param workspace where
 * @param patterns a line matches if one of them does ({@code -e}); Rust regex syntax
 * @param fixedStrings take the patterns literally ({@code -F})
 * @param caseMode {@code -s}, {@code -i} or {@code -S}; null is sensitive
 * @param wordRegexp only whole words ({@code -w})
 * @param lineRegexp only whole lines ({@code -x})
 * @param invertMatch lines that do not match ({@code -v})
 * @param multiline a match may span lines ({@code -U})
 * @param hidden hidden files, too ({@code -.})
 * @param noIgnore ignored files, too ({@code --no-ignore})
 * @param globs files to search, or with a leading {@code !} to leave out, the last that fits wins ({@code -g})
 * @param types file types to search ({@code -t})
 * @param typesNot file types to leave out ({@code -T})
 * @param beforeContext lines to show before each match ({@code -B})
 * @param afterContext lines to show after each match ({@code -A})
 * @param maxCount matching lines per file at which that file is left ({@code -m}); null for no bound
 * @param limit matching lines in all at which the search stops; 0 for no bound
 * @param after asks for pages of {@code limit} lines in the order of the paths: empty for the first one, then what
 *     {@link SearchResult#next} of the page before says; null for no pages
 * @param order of the files; null is {@link SearchOrder#PATH}, and so is every order of pages
 * @param ripgrep what only ripgrep itself can; null for none of it
 */
public record TextQuery(
        @NotNull WorkspaceId workspace,
        @NotEmpty @Size(max = 256) List<@NotNull @Size(max = 16_384) String> patterns,
        boolean fixedStrings,
        @Nullable CaseMode caseMode,
        boolean wordRegexp,
        boolean lineRegexp,
        boolean invertMatch,
        boolean multiline,
        boolean hidden,
        boolean noIgnore,
        @Size(max = 256) @Nullable List<@NotNull @Size(max = 1024) String> globs,
        @Size(max = 64) @Nullable List<@NotNull @Size(max = 64) String> types,
        @Size(max = 64) @Nullable List<@NotNull @Size(max = 64) String> typesNot,
        @Min(0) @Max(1000) int beforeContext,
        @Min(0) @Max(1000) int afterContext,
        @Min(1) @Nullable Integer maxCount,
        @Min(0) int limit,
        @Size(max = 8192) @Nullable String after,
        @Nullable SearchOrder order,
        @Valid @Nullable RipgrepOptions ripgrep) {

    /** A query for some patterns, all else as ripgrep has it until it is said otherwise. */
    public static TextQueryBuilder of(WorkspaceId workspace, List<String> patterns) {
        return new TextQueryBuilder(workspace, patterns);
    }

    /** A sensitive search for one regex, all else as ripgrep has it. */
    public static TextQuery regex(WorkspaceId workspace, String pattern, int limit) {
        return of(workspace, List.of(pattern)).limit(limit).build();
    }

    /** A sensitive search for some literal strings, all else as ripgrep has it. */
    public static TextQuery literals(WorkspaceId workspace, List<String> literals, boolean words, int limit) {
        return of(workspace, literals)
                .fixedStrings(true)
                .wordRegexp(words)
                .limit(limit)
                .build();
    }

    /** The same, to be changed. */
    public TextQueryBuilder but() {
        return new TextQueryBuilder(this);
    }

    /** The same page by page. */
    public TextQuery page(int lines, String cursor) {
        return but().limit(lines).after(cursor).build();
    }
}
