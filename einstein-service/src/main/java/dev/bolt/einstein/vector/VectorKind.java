package dev.bolt.einstein.vector;

/** How vectors are searched, in FAISS's words. */
public enum VectorKind {
    /** By their number: FLAT, then BITS from 4,096 on, then IVF from 300,000 on. */
    AUTO,
    /** Every row is compared. Exact. */
    FLAT,
    /** A bit a dimension is compared, then the rows of the best. */
    BITS,
    /** BITS over the lists nearest to the question. */
    IVF,
    /** A byte each eight dimensions is compared, then the rows of the best. */
    PQ,
    /** A graph of neighbours is walked, then the rows of the best are compared. */
    HNSW;

    static final int BITS_FROM = 4096;
    static final int IVF_FROM = 300_000;

    /** What AUTO means for so many; a list needs vectors to learn from, so few are FLAT in any case. */
    VectorKind at(int size) {
        VectorKind wanted = this == AUTO ? size < IVF_FROM ? BITS : IVF : this;
        int least = this == AUTO ? BITS_FROM : BITS_FROM / 16;
        return size < least ? FLAT : wanted;
    }
}
