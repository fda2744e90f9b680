package dev.bolt.search.regex;

import dev.bolt.search.regex.Regex.Place;

/**
 * Where words begin and end, in Java's syntax, as Rust's regex-automata 0.4 ({@code util/look.rs}) has it: beside a
 * byte that is no UTF-8 there is no half of a border.
 */
enum WordPlaces {
    /** For texts without {@link BrokenByte#STRAY} bytes: Java's own. */
    PLAIN {
        @Override
        String of(Place place) {
            return switch (place) {
                case WORD -> "\\b";
                case NOT_WORD -> "(?:(?<!%1$s)(?!%1$s)\\B)".formatted(BrokenByte.ANY);
                case WORD_START -> "(?:\\b(?=\\w))";
                case WORD_END -> "(?:\\b(?!\\w))";
                case WORD_START_HALF -> "(?:(?<!%s)(?:\\b(?=\\w)|\\B(?!\\w)))".formatted(BrokenByte.ANY);
                case WORD_END_HALF -> "(?:(?!\\w|%s))".formatted(BrokenByte.ANY);
                case START, END, TEXT_END -> throw new IllegalArgumentException(place.name());
            };
        }
    },
    /** For all texts: who looks back over a stray byte sees the character before. */
    BESIDE_STRAYS {
        @Override
        String of(Place place) {
            String word = "(?<=%s)".formatted(BEFORE);
            String noWord = "(?<!%s)".formatted(BEFORE);
            return switch (place) {
                case WORD -> "(?:%s(?!\\w)|%s(?=\\w))".formatted(word, noWord);
                case NOT_WORD ->
                    "(?:(?<!%s)(?!%s)(?:%s(?=\\w)|%s(?!\\w)))"
                            .formatted(BrokenByte.ALONE, BrokenByte.ANY, word, noWord);
                case WORD_START -> "(?:%s(?=\\w))".formatted(noWord);
                case WORD_END -> "(?:%s(?!\\w))".formatted(word);
                case WORD_START_HALF -> "(?:(?<!%s)%s)".formatted(BrokenByte.ALONE, noWord);
                case WORD_END_HALF -> PLAIN.of(place);
                case START, END, TEXT_END -> throw new IllegalArgumentException(place.name());
            };
        }
    };

    private static final String BEFORE = "(?:\\w|%s)".formatted(BrokenByte.AFTER_WORD);

    /** @throws IllegalArgumentException for a place that does not depend on words */
    abstract String of(Place place);
}
