package dev.bolt.einstein.embed;

import ai.onnxruntime.OrtException;

/** A network that is open on some accelerator. Safe for all threads. */
interface TextNetwork extends AutoCloseable {
    /** Tokens of one text, one at least: ids, and the segment that each is in. */
    record Tokens(long[] ids, long[] types) {}

    /** The vector of one text, unit length. */
    float[] run(Tokens tokens) throws OrtException;

    @Override
    void close() throws OrtException;
}
