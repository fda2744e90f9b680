package shop.queue;

import java.util.List;
import java.util.function.Function;

/** One place in the queue. */
public sealed interface Ticket permits Ticket.Plain {
    record Plain(int number, List<String> names) implements Ticket {}

    enum Kind { SHORT, LONG }

    static <T> T of(Ticket ticket, Function<? super Ticket, T> use) {
        return switch (ticket) {
            case Plain(var number, var names) when number > 0 -> use.apply(ticket);
            case Plain _ -> null;
        };
    }
}
