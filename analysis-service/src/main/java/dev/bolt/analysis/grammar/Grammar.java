package dev.bolt.analysis.grammar;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A language's grammar. The native libraries are loaded when the first is asked for. */
public enum Grammar {
    /** Go. */
    GO,
    /** Rust. */
    RUST,
    /** C. */
    C,
    /** C++. */
    CPP;

    String library() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why no grammar can be used on this machine; empty if all can. */
    public static Optional<String> missing() {
        return Optional.ofNullable(Grammars.ofThisMachine().missing());
    }

    /**
     * The tree of a source in UTF-8; empty if it takes longer than that.
     *
     * @throws IllegalStateException if grammars are {@link #missing}
     */
    public Optional<SourceTree> parse(byte[] source, Duration most) {
        return Grammars.ofThisMachine().parser(this).parse(source, most);
    }
}
