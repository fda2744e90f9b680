package dev.bolt.api.search;

import dev.bolt.api.code.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a {@link TextQuery} asks beside its patterns; what is not said has ripgrep's default. */
public final class TextQueryBuilder {
    private final WorkspaceId workspace;
    private List<String> patterns;
    private boolean fixedStrings;
    private @Nullable CaseMode caseMode;
    private boolean wordRegexp;
    private boolean lineRegexp;
    private boolean invertMatch;
    private boolean multiline;
    private boolean hidden;
    private boolean noIgnore;
    private @Nullable List<String> globs;
    private @Nullable List<String> types;
    private @Nullable List<String> typesNot;
    private int beforeContext;
    private int afterContext;
    private @Nullable Integer maxCount;
    private int limit;
    private @Nullable String after;
    private @Nullable SearchOrder order;
    private @Nullable RipgrepOptions ripgrep;

    TextQueryBuilder(WorkspaceId workspace, List<String> patterns) {
        this.workspace = workspace;
        this.patterns = patterns;
    }

    TextQueryBuilder(TextQuery query) {
        this(query.workspace(), query.patterns());
        fixedStrings = query.fixedStrings();
        caseMode = query.caseMode();
        wordRegexp = query.wordRegexp();
        lineRegexp = query.lineRegexp();
        invertMatch = query.invertMatch();
        multiline = query.multiline();
        hidden = query.hidden();
        noIgnore = query.noIgnore();
        globs = query.globs();
        types = query.types();
        typesNot = query.typesNot();
        beforeContext = query.beforeContext();
        afterContext = query.afterContext();
        maxCount = query.maxCount();
        limit = query.limit();
        after = query.after();
        order = query.order();
        ripgrep = query.ripgrep();
    }

    public TextQueryBuilder patterns(List<String> value) {
        patterns = value;
        return this;
    }

    public TextQueryBuilder fixedStrings(boolean value) {
        fixedStrings = value;
        return this;
    }

    public TextQueryBuilder caseMode(@Nullable CaseMode value) {
        caseMode = value;
        return this;
    }

    public TextQueryBuilder wordRegexp(boolean value) {
        wordRegexp = value;
        return this;
    }

    public TextQueryBuilder lineRegexp(boolean value) {
        lineRegexp = value;
        return this;
    }

    public TextQueryBuilder invertMatch(boolean value) {
        invertMatch = value;
        return this;
    }

    public TextQueryBuilder multiline(boolean value) {
        multiline = value;
        return this;
    }

    public TextQueryBuilder hidden(boolean value) {
        hidden = value;
        return this;
    }

    public TextQueryBuilder noIgnore(boolean value) {
        noIgnore = value;
        return this;
    }

    public TextQueryBuilder globs(@Nullable List<String> value) {
        globs = value;
        return this;
    }

    public TextQueryBuilder types(@Nullable List<String> value) {
        types = value;
        return this;
    }

    public TextQueryBuilder typesNot(@Nullable List<String> value) {
        typesNot = value;
        return this;
    }

    public TextQueryBuilder beforeContext(int lines) {
        beforeContext = lines;
        return this;
    }

    public TextQueryBuilder afterContext(int lines) {
        afterContext = lines;
        return this;
    }

    public TextQueryBuilder maxCount(@Nullable Integer lines) {
        maxCount = lines;
        return this;
    }

    public TextQueryBuilder limit(int lines) {
        limit = lines;
        return this;
    }

    /** Asks for a page of {@link #limit} lines behind a cursor. */
    public TextQueryBuilder after(@Nullable String cursor) {
        after = cursor;
        return this;
    }

    public TextQueryBuilder order(@Nullable SearchOrder value) {
        order = value;
        return this;
    }

    public TextQueryBuilder ripgrep(@Nullable RipgrepOptions value) {
        ripgrep = value;
        return this;
    }

    public TextQuery build() {
        return new TextQuery(
                workspace,
                patterns,
                fixedStrings,
                caseMode,
                wordRegexp,
                lineRegexp,
                invertMatch,
                multiline,
                hidden,
                noIgnore,
                globs,
                types,
                typesNot,
                beforeContext,
                afterContext,
                maxCount,
                limit,
                after,
                order,
                ripgrep);
    }
}
