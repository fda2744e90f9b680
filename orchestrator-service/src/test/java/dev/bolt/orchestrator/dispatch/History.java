package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.solve.Priority;
import dev.bolt.api.solve.Solve;
import dev.bolt.api.solve.SolveEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What clients were told, in the order in which they were told it, and whether a ledger kept its word: none lost, none
 * done twice, nothing that nobody asked for, each priority in its order. Safe for many threads.
 */
final class History {
    private final Map<String, Priority> acknowledged = new LinkedHashMap<>();

    /** The service says that it has it. One client of a priority waits for this before it asks for the next. */
    synchronized void acknowledged(String id, Priority priority) {
        acknowledged.putIfAbsent(id, priority);
    }

    /** All that were acknowledged, in that order. */
    synchronized List<String> ids() {
        return List.copyOf(acknowledged.keySet());
    }

    /**
     * What was broken, in words; empty if nothing was.
     *
     * @param kept all solves that the ledger has, all ended
     * @param events of each
     * @param slots solves that run at once: so many less one may overtake a solve between its turn and its start
     * @param lives how often the service was begun
     */
    synchronized List<String> broken(
            Collection<Solve> kept, Function<String, List<SolveEvent>> events, int slots, int lives) {
        var broken = new ArrayList<String>();
        var ids = new TreeSet<String>();
        kept.forEach(solve -> {
            if (!ids.add(solve.id()) || !acknowledged.containsKey(solve.id())) {
                broken.add(solve.id() + " was not asked for");
            }
        });
        int again = 0;
        Map<String, Instant> started = new LinkedHashMap<>();
        for (String id : acknowledged.keySet()) {
            if (!ids.contains(id)) {
                broken.add(id + " is lost");
                continue;
            }
            List<SolveEvent> story = events.apply(id);
            broken.addAll(told(id, story));
            List<SolveEvent> starts = of(story, "started");
            again += Math.max(0, starts.size() - 1);
            if (starts.size() == 1) {
                started.put(id, starts.getFirst().at());
            }
        }
        if (again > slots * (lives - 1)) {
            broken.add("%d were begun again, %d at most can have been running".formatted(again, slots * (lives - 1)));
        }
        broken.addAll(overtaken(started, slots));
        return broken;
    }

    /** One story: accepted, begun, its steps once each since it was last begun, ended; the numbers without gaps. */
    private static List<String> told(String id, List<SolveEvent> story) {
        var broken = new ArrayList<String>();
        for (int i = 0; i < story.size(); i++) {
            if (story.get(i).sequence() != i + 1) {
                broken.add(id + " has no event " + (i + 1));
            }
        }
        if (of(story, "accepted").size() != 1 || !story.getFirst().type().equals("accepted")) {
            broken.add(id + " was not accepted once, first of all");
        }
        if (of(story, "ended").size() != 1 || !story.getLast().type().equals("ended")) {
            broken.add(id + " did not end once, last of all");
        }
        var steps = new TreeSet<String>();
        for (SolveEvent event : story) {
            if (event.type().equals("started")) {
                steps.clear();
            } else if (event.step() != null && !steps.add(event.step().name())) {
                broken.add("%s did its step %s twice".formatted(id, event.step().name()));
            }
        }
        return broken;
    }

    private static List<SolveEvent> of(List<SolveEvent> story, String type) {
        return story.stream().filter(event -> event.type().equals(type)).toList();
    }

    /** Of those that were begun once each: what a crash puts back may begin anew at any time. */
    private List<String> overtaken(Map<String, Instant> started, int slots) {
        var broken = new ArrayList<String>();
        for (Priority priority : Priority.values()) {
            List<String> lane = started.keySet().stream()
                    .filter(id -> acknowledged.get(id) == priority)
                    .toList();
            for (int i = 0; i < lane.size(); i++) {
                Instant mine = started.getOrDefault(lane.get(i), Instant.MAX);
                long before = lane.subList(i + 1, lane.size()).stream()
                        .filter(later ->
                                started.getOrDefault(later, Instant.MAX).isBefore(mine))
                        .count();
                if (before >= slots) {
                    broken.add("%s (%s) was overtaken by %d that came later".formatted(lane.get(i), priority, before));
                }
            }
        }
        return broken;
    }
}
