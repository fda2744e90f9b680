package dev.bolt.orchestrator.history;

import dev.bolt.orchestrator.history.Past.Companion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts which files change with some others. Used by one thread. */
final class Tally {
    private static final int OFTEN = 2;
    private static final int MOST = 50;

    private final Set<String> files;
    private final Map<String, Instant> changedAt = new HashMap<>();
    private final Map<String, Map<String, Integer>> together = new HashMap<>();

    Tally(Collection<String> files) {
        this.files = new HashSet<>(files);
    }

    /** Takes in one commit; newer ones come first. */
    void add(Instant at, List<String> changed, boolean telling) {
        for (String file : changed) {
            if (files.contains(file)) {
                changedAt.merge(file, at, (before, now) -> before.isAfter(now) ? before : now);
                if (telling) {
                    changed.stream()
                            .filter(other -> !files.contains(other))
                            .forEach(other -> together.computeIfAbsent(other, key -> new HashMap<>())
                                    .merge(file, 1, Integer::sum));
                }
            }
        }
    }

    Past past(int commits) {
        List<Companion> companions = together.entrySet().stream()
                .map(entry -> companion(entry.getKey(), entry.getValue()))
                .filter(companion -> companion.times() >= OFTEN)
                .sorted(Comparator.comparing((Companion companion) -> -companion.times())
                        .thenComparing(Companion::path))
                .limit(MOST)
                .toList();
        return new Past(companions, changedAt, commits);
    }

    private static Companion companion(String path, Map<String, Integer> with) {
        Map.Entry<String, Integer> most = with.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow();
        return new Companion(path, most.getKey(), most.getValue());
    }
}
