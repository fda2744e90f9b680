package dev.bolt.einstein.chunk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Languages whose definitions stand in braces, by how their headers read and their statements end. */
enum Braces {
    /** A type before the name, or a modifier; no function inside a function but in a class of its own. */
    TYPED(false, Language.JAVA, Language.CSHARP),
    /** The same, with a preprocessor, and names of several parts. */
    C(false, Language.C, Language.CPP),
    /** A word before the name, or a name that gets a function. */
    SCRIPT(true, Language.JAVASCRIPT, Language.TYPESCRIPT),
    /** A word before the name: {@code func}, {@code fun}, {@code def}. */
    LINED(true, Language.GO, Language.KOTLIN, Language.SWIFT, Language.SCALA),
    /** A word before the name: {@code fn}, {@code function}; a text may have many lines. */
    WORDED(false, Language.RUST, Language.PHP);

    /** Whether a line that may end a statement does. */
    final boolean lined;

    private final List<Language> languages;

    Braces(boolean lined, Language... languages) {
        this.lined = lined;
        this.languages = List.of(languages);
    }

    /** Empty if a file with this path is written in none of them. */
    static Optional<Braces> of(String path) {
        return Arrays.stream(values())
                .filter(braces -> braces.languages.stream().anyMatch(language -> language.of(path)))
                .findFirst();
    }
}
