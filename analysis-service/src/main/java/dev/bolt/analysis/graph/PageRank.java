package dev.bolt.analysis.graph;

import java.util.Arrays;

/**
 * PageRank (Page, Brin, Motwani, Winograd, "The PageRank Citation Ranking", 1999) with damping 0.85: what share of a
 * random walk along the edges is spent on each vertex. The share of vertices without edges goes to all alike, so the
 * ranks sum to 1. Ends when a round moves less than {@value #ENOUGH} in all, or after {@value #MOST_ROUNDS} rounds.
 */
final class PageRank {
    private static final double DAMPING = 0.85;
    private static final double ENOUGH = 1e-9;
    private static final int MOST_ROUNDS = 200;

    private PageRank() {}

    static double[] of(Rows rows) {
        int n = rows.vertices();
        double[] rank = new double[n];
        Arrays.fill(rank, 1.0 / n);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] next = round(rows, rank);
            double moved = 0;
            for (int v = 0; v < n; v++) {
                moved += Math.abs(next[v] - rank[v]);
            }
            rank = next;
            if (moved < ENOUGH) {
                break;
            }
        }
        return rank;
    }

    private static double[] round(Rows rows, double[] rank) {
        int n = rank.length;
        double[] next = new double[n];
        double ending = 0;
        for (int v = 0; v < n; v++) {
            int degree = rows.offsets()[v + 1] - rows.offsets()[v];
            if (degree == 0) {
                ending += rank[v];
            }
            for (int i = rows.offsets()[v]; i < rows.offsets()[v + 1]; i++) {
                next[rows.targets()[i]] += DAMPING * rank[v] / degree;
            }
        }
        double everywhere = (1 - DAMPING + DAMPING * ending) / n;
        for (int v = 0; v < n; v++) {
            next[v] += everywhere;
        }
        return next;
    }
}
