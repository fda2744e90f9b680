package dev.bolt.orchestrator.dispatch;

import dev.bolt.api.solve.SolveEvent;
import dev.bolt.orchestrator.ledger.Ledger;
import java.time.Duration;
import java.util.List;

/** Reads the events of one solve as they come, none twice and none left out. Used by one thread; close it. */
public final class Follower implements AutoCloseable {
    private final Ledger ledger;
    private final String id;
    private final Events.Listener listener;
    private long last;

    Follower(Ledger ledger, Events events, String id, long after) {
        this.ledger = ledger;
        this.id = id;
        this.last = after;
        this.listener = events.listen(id);
    }

    /** The events since the last call, in order; waits so long for one, and is empty if none came. */
    public List<SolveEvent> next(Duration patience) throws InterruptedException {
        List<SolveEvent> news = ledger.events(id, last);
        if (news.isEmpty()) {
            listener.await(patience);
            news = ledger.events(id, last);
        }
        if (!news.isEmpty()) {
            last = news.getLast().sequence();
        }
        return news;
    }

    @Override
    public void close() {
        listener.close();
    }
}
