package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.analysis.AnalysisQuery;
import dev.bolt.api.analysis.AnalysisResult;
import dev.bolt.api.analysis.Dependency;
import dev.bolt.api.analysis.DependencyQuery;
import dev.bolt.api.analysis.DependencyResult;
import dev.bolt.api.analysis.ImpactQuery;
import dev.bolt.api.solve.RelatedFile;
import dev.bolt.orchestrator.evidence.Finders;
import dev.bolt.orchestrator.evidence.Knowledge;
import dev.bolt.orchestrator.history.Account;
import dev.bolt.orchestrator.history.GitHistory;
import dev.bolt.orchestrator.history.Past;
import dev.bolt.orchestrator.timeout.Tool;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** What each step of a plan does: calls one service, keeps what it found, and says it in one sentence. */
final class Steps {
    /** Not in any plan: an attached model is asked once all steps of the plan have ended. */
    static final String ADVISE = "advise";

    private static final int RELATED = 12;
    private static final int COMPANIONS = 6;
    private static final Duration HISTORY = Duration.ofMillis(250);

    private final Knowledge knowledge;
    private final GitHistory git;

    Steps(Knowledge knowledge, GitHistory git) {
        this.knowledge = knowledge;
        this.git = git;
    }

    /** The tool a step calls. */
    static Tool tool(String step) {
        return switch (step) {
            case "similar" -> Tool.SEMANTIC_SEARCH;
            case "literals" -> Tool.PATTERN_SEARCH;
            case "symbols", "findings" -> Tool.CODE_ANALYSIS;
            case "dependencies", "impact" -> Tool.DEPENDENCY_CHECK;
            case ADVISE -> Tool.OPTIMIZATION;
            default -> Tool.GENERIC;
        };
    }

    /** Does the step; the answer is what it found, in one sentence. */
    String run(String step, SolveContext context) {
        return switch (step) {
            case "similar" -> finders(context).similar();
            case "literals" -> finders(context).literals();
            case "symbols" -> finders(context).symbols();
            case "rank" -> RankStep.run(finders(context), context);
            case "findings" -> findings(context);
            case "dependencies" -> dependencies(context);
            case "impact" -> impact(context);
            case "history" -> history(context);
            case ADVISE -> Objects.requireNonNull(context.advice).ask(context.question);
            default -> throw new IllegalArgumentException("No step '%s'".formatted(step));
        };
    }

    private Finders finders(SolveContext context) {
        return new Finders(knowledge, context.workspace, context.question, context.asked, context.found, context::note);
    }

    /** In one call; one by one if the model does not know one of the files. */
    private String findings(SolveContext context) {
        List<String> paths = context.best(8);
        try {
            findings(context, paths);
        } catch (ProblemException e) {
            unlessUnknown(e);
            for (String path : paths) {
                try {
                    findings(context, List.of(path));
                } catch (ProblemException one) {
                    unlessUnknown(one);
                }
            }
        }
        return "%d findings in %d files".formatted(context.findings.size(), paths.size());
    }

    private void findings(SolveContext context, List<String> paths) {
        AnalysisResult result = knowledge.analysis().analyze(new AnalysisQuery(context.workspace, paths));
        context.note(result.freshness());
        result.files().forEach(file -> context.findings.addAll(file.findings()));
    }

    private String dependencies(SolveContext context) {
        var related = new LinkedHashSet<RelatedFile>();
        for (String path : context.best(3)) {
            try {
                DependencyResult result =
                        knowledge.analysis().dependencies(new DependencyQuery(context.workspace, path));
                for (Dependency dependency : result.dependencies()) {
                    String to = dependency.to();
                    if (to != null && !to.equals(path)) {
                        related.add(new RelatedFile(to, "imports", path));
                    }
                }
                for (Dependency dependent : result.dependents()) {
                    boolean test = dependent.from().matches("(.*/)?tests?/.*|(.*/)?test_[^/]*");
                    related.add(new RelatedFile(dependent.from(), test ? "tests" : "imported-by", path));
                }
            } catch (ProblemException e) {
                unlessUnknown(e);
            }
        }
        List<String> ranked = context.best(Integer.MAX_VALUE);
        related.removeIf(file -> ranked.contains(file.path()));
        related.stream().limit(RELATED).forEach(context.related::add);
        return "%d files import or are imported by the best".formatted(related.size());
    }

    private String impact(SolveContext context) {
        List<String> paths = context.best(2);
        if (paths.isEmpty()) {
            return "nothing to follow";
        }
        try {
            var result = knowledge.analysis().impact(new ImpactQuery(context.workspace, paths, 50));
            context.impact.addAll(result.affected());
            return "%d files depend on the best".formatted(result.total());
        } catch (ProblemException e) {
            unlessUnknown(e);
            return "the best files are not in the import graph";
        }
    }

    /** Has a little time of its own: it explains, and nobody waits for it. */
    private String history(SolveContext context) {
        List<String> best = context.best(3);
        Deadline patience = Deadline.after(HISTORY).earlier(Deadline.current());
        try {
            return switch (git.of(context.root, best, patience).orElse(null)) {
                case null -> "no git history";
                case Account.BeingRead _ -> {
                    context.historyPending = true;
                    yield "the git history is still being read";
                }
                case Past past -> companions(context, best, past);
            };
        } catch (IOException e) {
            throw new ProblemException(Problem.INTERNAL, "The git history cannot be read: " + e.getMessage(), e);
        }
    }

    private static String companions(SolveContext context, List<String> best, Past past) {
        List<String> ranked = context.best(Integer.MAX_VALUE);
        past.companions().stream()
                .filter(companion -> !ranked.contains(companion.path()))
                .filter(companion -> Files.exists(context.root.resolve(companion.path())))
                .limit(COMPANIONS)
                .forEach(companion ->
                        context.companions.add(new RelatedFile(companion.path(), "changed-with", companion.with())));
        return "%d files changed with the best in %d commits%s"
                .formatted(past.companions().size(), past.commits(), lastChange(best, past));
    }

    private static String lastChange(List<String> best, Past past) {
        return best.stream()
                .filter(past.changedAt()::containsKey)
                .findFirst()
                .map(path -> "; %s last changed on %s"
                        .formatted(
                                name(path),
                                LocalDate.ofInstant(
                                        past.changedAt().getOrDefault(path, Instant.EPOCH), ZoneOffset.UTC)))
                .orElse("");
    }

    private static void unlessUnknown(ProblemException e) {
        if (e.problem() != Problem.PATH_NOT_FOUND) {
            throw e;
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
