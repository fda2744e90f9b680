package dev.bolt.analysis.symbol;

import java.util.List;

/** Uses in the order in which they came, each once: a hash table by open addressing, without an object an entry. */
final class UseSet {
    private static final int SMALLEST = 64;

    private final PackedUses.Builder uses = new PackedUses.Builder();
    private int[] slots = new int[SMALLEST];
    private String newestWithin = "";
    private int newestNumber = uses.texts.of("");

    void add(String name, String receiver, int line, String within, boolean call) {
        add(uses.texts.shared(name), uses.texts.shared(receiver), number(within), PackedUses.lineAndCall(line, call));
    }

    /** Definitions are read one after the other. */
    private int number(String within) {
        if (within != newestWithin) {
            newestWithin = within;
            newestNumber = uses.texts.of(within);
        }
        return newestNumber;
    }

    private void add(int name, int receiver, int within, int line) {
        int mask = slots.length - 1;
        int slot = slot(name, receiver, line) & mask;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            if (uses.isAt(slots[slot] - 1, name, receiver, within, line)) {
                return;
            }
        }
        uses.add(name, receiver, within, line);
        slots[slot] = uses.size();
        if (uses.size() * 2 > slots.length) {
            grow();
        }
    }

    List<Use> all() {
        return uses.build();
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int i = 0, size = uses.size(); i < size; i++) {
            int slot = slot(uses.name(i), uses.receiver(i), uses.line(i)) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }

    private static int slot(int name, int receiver, int line) {
        int hash = ((name * 31 + receiver) * 31 + line) * 0x9E3779B9;
        return hash ^ hash >>> 15;
    }
}
