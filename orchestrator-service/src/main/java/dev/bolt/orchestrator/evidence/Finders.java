package dev.bolt.orchestrator.evidence;

import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.code.WorkspaceId;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarityFilter;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.index.Freshness;
import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.SearchResult;
import dev.bolt.api.search.TextQuery;
import dev.bolt.orchestrator.solve.Understanding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks the knowledge services about one question, each for what it is good at, and keeps what they found. Every method
 * that finds says it in one sentence. Several may run at once.
 */
public final class Finders {
    private static final int LINES = 200;
    private static final int CHUNKS = 200;
    private static final int MOST_INSIDE = 500;

    private final Knowledge knowledge;
    private final WorkspaceId workspace;
    private final String question;
    private final Understanding asked;
    private final Gathered found;
    private final Consumer<Freshness> freshness;

    /**
     * For one question.
     *
     * @param found where finds are kept
     * @param freshness told how current each answer is
     */
    public Finders(
            Knowledge knowledge,
            WorkspaceId workspace,
            String question,
            Understanding asked,
            Gathered found,
            Consumer<Freshness> freshness) {
        this.knowledge = knowledge;
        this.workspace = workspace;
        this.question = question;
        this.asked = asked;
        this.found = found;
        this.freshness = freshness;
    }

    /** What means the question, or has its words. */
    public String similar() {
        var result = knowledge.similarity().similar(new SimilarityQuery(workspace, question, null, CHUNKS));
        found.similar(result);
        freshness.accept(result.freshness());
        return "%d spans, %d files, %.0f %% embedded"
                .formatted(result.chunks().size(), result.files().size(), 100 * result.embeddedShare());
    }

    /** The lines that hold what the question names, and the files that have a name in it. */
    public String literals() {
        var literals = new LinkedHashSet<>(asked.quoted());
        literals.addAll(asked.identifiers());
        long lines = 0;
        for (String literal : literals) {
            boolean word = literal.matches("\\w+(\\.\\w+)*");
            SearchResult result =
                    knowledge.search().search(TextQuery.literals(workspace, List.of(literal), word, LINES));
            found.literals.put(literal, result);
            freshness.accept(result.freshness());
            lines += result.matchedLines();
        }
        String strings = "%d lines for %d strings".formatted(lines, literals.size());
        return asked.paths().isEmpty() && asked.frames().isEmpty() ? strings : strings + ", " + paths();
    }

    private String paths() {
        var names = new LinkedHashSet<String>();
        asked.paths().forEach(path -> names.add(name(path)));
        asked.frames().forEach(frame -> names.add(name(frame.path())));
        List<String> globs = names.stream().map(name -> "**/" + escaped(name)).toList();
        var query = TextQuery.of(workspace, List.of(""))
                .globs(globs)
                .maxCount(1)
                .limit(1000)
                .build();
        knowledge.search().search(query).files().forEach(file -> found.named.add(file.path()));
        return "%d files have the names in the question".formatted(found.named.size());
    }

    /** Where what the question names is defined. */
    public String symbols() {
        int count = 0;
        for (String identifier : asked.identifiers()) {
            List<Symbol> symbols = definitions(identifier);
            if (symbols.isEmpty() && identifier.contains(".")) {
                symbols = definitions(identifier.substring(identifier.lastIndexOf('.') + 1));
            }
            found.symbols.put(identifier, symbols);
            count += symbols.size();
        }
        return "%d definitions of %d names".formatted(count, asked.identifiers().size());
    }

    private List<Symbol> definitions(String name) {
        return knowledge.symbols().definitions(workspace, name, 50).symbols();
    }

    /** Searches for the question's own words, one after another. */
    public void words() {
        for (String word : asked.words()) {
            var query = TextQuery.of(workspace, List.of(word))
                    .fixedStrings(true)
                    .caseMode(CaseMode.INSENSITIVE)
                    .wordRegexp(true)
                    .maxCount(1)
                    .limit(LINES)
                    .build();
            found.literals.put(word, knowledge.search().search(query));
        }
    }

    /** Of these files every span that has a word of the question, not only those among the best of all. */
    public List<SimilarChunk> inside(List<String> files) {
        var filter = new SimilarityFilter(
                files.stream().map(path -> "/" + escaped(path)).toList(), null, null, null);
        return knowledge
                .similarity()
                .similar(new SimilarityQuery(workspace, question, null, SimilarityMode.LEXICAL, MOST_INSIDE, filter))
                .chunks();
    }

    /** A path as a glob that matches nothing else. */
    static String escaped(String path) {
        return path.replaceAll("([\\[\\]{}*?\\\\!,])", "\\\\$1");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
