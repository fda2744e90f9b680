package dev.bolt.analysis.syntax;

/** A source as the parser sees it: what the places of its nodes count in. */
public final class DecodedSource {
    private DecodedSource() {}

    /** The text in UTF-8, without a byte order mark. */
    public static byte[] of(byte[] file) {
        return SourceDecoder.decode(file).text();
    }
}
