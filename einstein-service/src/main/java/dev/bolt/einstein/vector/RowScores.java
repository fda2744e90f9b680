package dev.bolt.einstein.vector;

import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;
import org.apache.lucene.util.hnsw.UpdateableRandomVectorScorer;

/**
 * Rows as Lucene's graph wants to see them: their dot products with each other and with a question.
 *
 * @param rows may grow meanwhile
 */
record RowScores(Rows rows) implements RandomVectorScorerSupplier {
    @Override
    public UpdateableRandomVectorScorer scorer() {
        return of(new float[0]);
    }

    @Override
    public RandomVectorScorerSupplier copy() {
        return this;
    }

    /** With a question, unless another row is chosen. */
    UpdateableRandomVectorScorer of(float[] question) {
        return new Scorer(rows, question);
    }

    private static final class Scorer implements UpdateableRandomVectorScorer {
        private final Rows rows;
        private float[] question;

        private Scorer(Rows rows, float[] question) {
            this.rows = rows;
            this.question = question;
        }

        @Override
        public void setScoringOrdinal(int node) {
            question = rows.get(node);
        }

        @Override
        public float score(int node) {
            return rows.dot(node, question);
        }

        @Override
        public int maxOrd() {
            return rows.count();
        }
    }
}
