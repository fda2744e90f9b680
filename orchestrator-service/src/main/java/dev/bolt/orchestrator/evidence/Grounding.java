package dev.bolt.orchestrator.evidence;

import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.orchestrator.solve.Words;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.platform.workspace.SourceText;
import dev.bolt.platform.workspace.WorkspaceRoot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a ranking against the files themselves, as they are on disk now: evidence gets its lines, each file the words
 * of the question that it really has, and the ranking the share of them that its best files have. The order stays.
 * Contents never travel between services.
 */
public final class Grounding {
    private static final int LINES = 12;
    private static final int COLUMNS = 200;
    private static final long LARGEST = 8L << 20;
    private static final int BEST = 3;

    private final WorkspaceRoot root;
    private final List<String> words;
    private final Set<String> stems;
    private final Map<String, String> texts = new HashMap<>();

    private Grounding(WorkspaceRoot root, List<String> words) {
        this.root = root;
        this.words = words;
        this.stems = words.stream().map(Words::stem).collect(Collectors.toSet());
    }

    /** The same ranking with what the files say; a file that is gone or unreadable has no lines and no words. */
    public static Ranking ground(WorkspaceRoot root, List<String> words, Ranking ranking) {
        return new Grounding(root, words).ground(ranking);
    }

    private Ranking ground(Ranking ranking) {
        var files = new ArrayList<RankedFile>();
        double cover = 0;
        for (RankedFile file : ranking.files()) {
            List<String> held = held(file.path());
            if (files.size() < BEST && !words.isEmpty()) {
                cover = Math.max(cover, (double) held.size() / words.size());
            }
            files.add(new RankedFile(file.path(), file.score(), reasons(file.reasons(), held)));
        }
        List<Evidence> evidence = ranking.evidence().stream().map(this::ground).toList();
        return new Ranking(files, evidence, ranking.anchored(), ranking.similarity(), cover);
    }

    private List<String> reasons(List<String> reasons, List<String> held) {
        if (held.isEmpty()) {
            return reasons;
        }
        var all = new ArrayList<>(reasons);
        all.add("has %d of %d words: %s".formatted(held.size(), words.size(), String.join(", ", held)));
        return all;
    }

    private List<String> held(String path) {
        Set<String> found = Words.among(path + "\n" + text(path), stems);
        return words.stream().filter(word -> found.contains(Words.stem(word))).toList();
    }

    private Evidence ground(Evidence evidence) {
        return new Evidence(
                evidence.path(),
                evidence.startLine(),
                evidence.endLine(),
                evidence.symbol(),
                evidence.score(),
                evidence.sources(),
                lines(text(evidence.path()), evidence.startLine(), evidence.endLine()));
    }

    private String text(String path) {
        return texts.computeIfAbsent(path, key -> {
            try {
                return SourceText.read(root.resolve(key), LARGEST).orElse("");
            } catch (ProblemException e) {
                return "";
            }
        });
    }

    private static String lines(String text, int startLine, int endLine) {
        List<String> shown = text.lines()
                .skip(startLine - 1L)
                .limit(Math.min(LINES, endLine - startLine + 1L))
                .map(line -> line.length() <= COLUMNS ? line : line.substring(0, COLUMNS) + "…")
                .toList();
        return String.join("\n", shown);
    }
}
