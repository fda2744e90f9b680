package dev.bolt.analysis.symbol;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Uses as four numbers each, and each text of them once: a workspace has a hundred thousands of uses, and as objects
 * they were a third of a model and most of what the collector of garbage had to copy. Unmodifiable; an element is made
 * when it is asked for.
 */
final class PackedUses extends AbstractList<Use> implements RandomAccess {
    private static final int NUMBERS = 4;
    private static final int FEW = 16;
    private static final List<Use> NONE = new PackedUses(new String[0], new int[0]);

    private final String[] texts;
    private final int[] numbers;

    private PackedUses(String[] texts, int[] numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /** These; the same list if it is packed already. */
    static List<Use> of(List<Use> uses) {
        if (uses instanceof PackedUses) {
            return uses;
        }
        var builder = new Builder();
        for (Use use : uses) {
            int name = builder.texts.of(use.name());
            int receiver = builder.texts.of(use.receiver());
            builder.add(name, receiver, builder.texts.of(use.within()), lineAndCall(use.line(), use.call()));
        }
        return builder.build();
    }

    static int lineAndCall(int line, boolean call) {
        return line << 1 | (call ? 1 : 0);
    }

    @Override
    public int size() {
        return numbers.length / NUMBERS;
    }

    @Override
    public Use get(int index) {
        int at = Objects.checkIndex(index, size()) * NUMBERS;
        int line = numbers[at + 3];
        return new Use(texts[numbers[at]], texts[numbers[at + 1]], line >>> 1, texts[numbers[at + 2]], (line & 1) != 0);
    }

    /** Uses by the numbers of their texts, in the order in which they came. */
    static final class Builder {
        final TextNumbers texts = new TextNumbers();
        private int[] numbers = new int[FEW * NUMBERS];
        private int end;

        /** @param line as {@link #lineAndCall} has it */
        void add(int name, int receiver, int within, int line) {
            if (end == numbers.length) {
                numbers = Arrays.copyOf(numbers, end * 2);
            }
            numbers[end] = name;
            numbers[end + 1] = receiver;
            numbers[end + 2] = within;
            numbers[end + 3] = line;
            end += NUMBERS;
        }

        boolean isAt(int index, int name, int receiver, int within, int line) {
            int at = index * NUMBERS;
            return numbers[at + 3] == line
                    && numbers[at] == name
                    && numbers[at + 1] == receiver
                    && numbers[at + 2] == within;
        }

        int name(int index) {
            return numbers[index * NUMBERS];
        }

        int receiver(int index) {
            return numbers[index * NUMBERS + 1];
        }

        int line(int index) {
            return numbers[index * NUMBERS + 3];
        }

        int size() {
            return end / NUMBERS;
        }

        List<Use> build() {
            return end == 0 ? NONE : new PackedUses(texts.texts(), Arrays.copyOf(numbers, end));
        }
    }
}
