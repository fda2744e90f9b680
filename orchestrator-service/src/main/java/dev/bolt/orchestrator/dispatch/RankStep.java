package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.einstein.SimilarityFilter;
import dev.bolt.api.einstein.SimilarityMode;
import dev.bolt.api.einstein.SimilarityQuery;
import dev.bolt.api.search.CaseMode;
import dev.bolt.api.search.TextQuery;
import dev.bolt.orchestrator.evidence.Fusion;
import dev.bolt.orchestrator.evidence.Knowledge;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;

/** Ranks what the finders found, then looks through the best files for the spans in them. */
final class RankStep {
    /** Files that are looked through. */
    private static final int INSIDE = 10;

    private static final int MOST_INSIDE = 500;
    private static final int WORD_LINES = 200;

    private final Knowledge knowledge;

    RankStep(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Where einstein gave nothing, the question's own words are searched for, so that there still is a ranking. */
    String run(SolveContext context) {
        if (context.found.similar() == null) {
            Set<String> named = Set.copyOf(context.found.literals.keySet());
            Deadline half = Deadline.after(Deadline.current().remaining().dividedBy(2));
            try {
                half.call(() -> searchWords(context));
            } catch (ProblemException e) {
                context.found.literals.keySet().retainAll(named); // some of the words would mislead
            }
        }
        context.ranking = Fusion.rank(context.asked, context.found, context.limit);
        if (context.found.similar() == null || context.ranking.files().isEmpty()) {
            return "%d files ranked".formatted(context.ranking.files().size());
        }
        try {
            Deadline half = Deadline.after(Deadline.current().remaining().dividedBy(2));
            context.found.inside(half.call(() -> inside(context)));
            context.ranking = Fusion.rank(context.asked, context.found, context.limit);
        } catch (ProblemException e) {
            return "%d files ranked; their spans were not looked through: %s"
                    .formatted(context.ranking.files().size(), e.detail());
        }
        return "%d files ranked, %d spans in the best"
                .formatted(
                        context.ranking.files().size(), context.found.inside().size());
    }

    /** Of a question's best files not only the spans that are among the best of all. */
    private List<SimilarChunk> inside(SolveContext context) {
        List<String> files =
                context.best(INSIDE).stream().map(path -> "/" + escaped(path)).toList();
        var filter = new SimilarityFilter(files, null, null, null);
        return knowledge
                .similarity()
                .similar(new SimilarityQuery(
                        context.workspace, context.question, null, SimilarityMode.LEXICAL, MOST_INSIDE, filter))
                .chunks();
    }

    /** A path as a glob that matches nothing else. */
    static String escaped(String path) {
        return path.replaceAll("([\\[\\]{}*?\\\\!,])", "\\\\$1");
    }

    private boolean searchWords(SolveContext context) {
        for (String word : context.asked.words()) {
            var query = TextQuery.of(context.workspace, List.of(word))
                    .fixedStrings(true)
                    .caseMode(CaseMode.INSENSITIVE)
                    .wordRegexp(true)
                    .maxCount(1)
                    .limit(WORD_LINES)
                    .build();
            context.found.literals.put(word, knowledge.search().search(query));
        }
        return true;
    }
}
