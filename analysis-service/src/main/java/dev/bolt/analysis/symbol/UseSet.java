package dev.bolt.analysis.symbol;

import java.util.ArrayList;
import java.util.List;

/** Uses in the order in which they came, each once: a hash table by open addressing, without an object an entry. */
final class UseSet {
    private static final int SMALLEST = 64;

    private final List<Use> uses = new ArrayList<>();
    private int[] slots = new int[SMALLEST];

    void add(String name, String receiver, int line, String within, boolean call) {
        int mask = slots.length - 1;
        int slot = slot(name, receiver, line) & mask;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            Use known = uses.get(slots[slot] - 1);
            if (known.line() == line
                    && known.call() == call
                    && known.name().equals(name)
                    && known.receiver().equals(receiver)
                    && known.within().equals(within)) {
                return;
            }
        }
        uses.add(new Use(Shared.text(name), receiver.isEmpty() ? "" : Shared.text(receiver), line, within, call));
        slots[slot] = uses.size();
        if (uses.size() * 2 > slots.length) {
            grow();
        }
    }

    /** All, not copied. */
    List<Use> all() {
        return uses;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int i = 0; i < uses.size(); i++) {
            Use use = uses.get(i);
            int slot = slot(use.name(), use.receiver(), use.line()) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }

    private static int slot(String name, String receiver, int line) {
        int hash = ((name.hashCode() * 31 + receiver.hashCode()) * 31 + line) * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
