package dev.bolt.orchestrator.dispatch;

import dev.bolt.orchestrator.evidence.Finders;
import dev.bolt.orchestrator.evidence.Fusion;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;

/** Ranks what the finders found, then looks through the best files for the spans in them. */
final class RankStep {
    /** Files that are looked through. */
    private static final int INSIDE = 10;

    private RankStep() {}

    /** Where einstein gave nothing, the question's own words are searched for, so that there still is a ranking. */
    static String run(Finders finders, SolveContext context) {
        if (context.found.similar() == null) {
            Set<String> named = Set.copyOf(context.found.literals.keySet());
            try {
                half().run(finders::words);
            } catch (ProblemException e) {
                context.found.literals.keySet().retainAll(named); // some of the words would mislead
            }
        }
        context.ranking = Fusion.rank(context.asked, context.found, context.limit);
        int files = context.ranking.files().size();
        if (context.found.similar() == null || files == 0) {
            return "%d files ranked".formatted(files);
        }
        try {
            List<String> best = context.best(INSIDE);
            context.found.inside(half().call(() -> finders.inside(best)));
            context.ranking = Fusion.rank(context.asked, context.found, context.limit);
        } catch (ProblemException e) {
            context.cut = true;
            return "%d files ranked; their spans were not looked through: %s".formatted(files, e.detail());
        }
        return "%d files ranked, %d spans in the best"
                .formatted(files, context.found.inside().size());
    }

    private static Deadline half() {
        return Deadline.after(Deadline.current().remaining().dividedBy(2));
    }
}
