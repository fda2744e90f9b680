package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.index.IndexState;
import dev.bolt.api.index.IndexStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an asker must know before trusting an answer. */
final class Caveats {
    private Caveats() {}

    /** One sentence for each; null if there is none. */
    static @Nullable String of(List<IndexStatus> indexes, Collection<String> services, boolean stepsFailed) {
        var caveats = new ArrayList<String>();
        var silent = new TreeSet<>(services);
        for (IndexStatus index : indexes) {
            silent.remove(index.service());
            if (index.state() == IndexState.FAILED) {
                caveats.add("%s could not read the workspace: %s.".formatted(index.service(), index.message()));
            } else if (index.state() == IndexState.BUILDING && index.asOf() == null) {
                caveats.add("%s is still reading the workspace (%d of %d files); ask again soon."
                        .formatted(index.service(), index.filesDone(), index.filesTotal()));
            }
        }
        silent.forEach(service -> caveats.add(service + " does not answer."));
        if (stepsFailed) {
            caveats.add("Some steps failed or ran out of time; the trail of steps says which.");
        }
        return caveats.isEmpty() ? null : String.join(" ", caveats);
    }
}
