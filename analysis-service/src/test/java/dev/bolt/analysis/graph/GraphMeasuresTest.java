package dev.bolt.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Laws of layers, ranks and shortest ways on graphs of ten vertices. */
class GraphMeasuresTest {
    private static final int VERTICES = 10;

    private static Rows rows(List<Integer> pairs) {
        long[] edges = pairs.stream()
                .filter(pair -> pair / VERTICES != pair % VERTICES)
                .mapToLong(pair -> Rows.edge(pair / VERTICES, pair % VERTICES))
                .toArray();
        return Rows.of(VERTICES, edges);
    }

    @Property
    void edgesLeadToLowerLayersSaveInsideACircle(@ForAll @Size(max = 25) List<@IntRange(max = 99) Integer> pairs) {
        Rows rows = rows(pairs);
        int[] layers = Layers.of(rows);
        int[] component = Components.of(rows);
        for (int v = 0; v < VERTICES; v++) {
            int highest = -1;
            boolean inCircle = false;
            for (int i = rows.offsets()[v]; i < rows.offsets()[v + 1]; i++) {
                int w = rows.targets()[i];
                if (component[v] == component[w]) {
                    assertThat(layers[w]).isEqualTo(layers[v]);
                    inCircle = true;
                } else {
                    assertThat(layers[w]).isLessThan(layers[v]);
                    highest = Math.max(highest, layers[w]);
                }
            }
            if (!inCircle) {
                assertThat(layers[v]).isEqualTo(highest + 1);
            }
        }
    }

    @Property
    void ranksSumToOneAndStayWhatTheyAre(@ForAll @Size(max = 25) List<@IntRange(max = 99) Integer> pairs) {
        Rows rows = rows(pairs);
        double[] ranks = PageRank.of(rows);
        assertThat(Arrays.stream(ranks).sum()).isCloseTo(1, within(1e-6));
        for (int v = 0; v < VERTICES; v++) {
            double expected = 0.15 / VERTICES;
            for (int u = 0; u < VERTICES; u++) {
                int degree = rows.offsets()[u + 1] - rows.offsets()[u];
                if (degree == 0) {
                    expected += 0.85 * ranks[u] / VERTICES;
                }
                for (int i = rows.offsets()[u]; i < rows.offsets()[u + 1]; i++) {
                    expected += rows.targets()[i] == v ? 0.85 * ranks[u] / degree : 0;
                }
            }
            assertThat(ranks[v]).isCloseTo(expected, within(1e-6));
        }
    }

    @Property
    void noWayIsShorterThanTheOneFound(
            @ForAll @Size(max = 25) List<@IntRange(max = 99) Integer> pairs,
            @ForAll @IntRange(max = 9) int from,
            @ForAll @IntRange(max = 9) int to,
            @ForAll @IntRange(max = 9) int closed) {
        Rows rows = rows(pairs);
        int[] way = ChainSearch.find(rows, only(from), only(to), only(closed));
        int[][] distance = new int[VERTICES + 1][VERTICES];
        distance[0][from] = 1;
        int shortest = 0;
        for (int step = 1; step <= VERTICES && shortest == 0; step++) {
            for (int v = 0; v < VERTICES; v++) {
                for (int i = rows.offsets()[v]; i < rows.offsets()[v + 1]; i++) {
                    if (distance[step - 1][v] == 1) {
                        int w = rows.targets()[i];
                        shortest = w == to ? step : shortest;
                        distance[step][w] = w == closed ? distance[step][w] : 1;
                    }
                }
            }
        }
        assertThat(way).hasSize(shortest == 0 ? 0 : shortest + 1);
        for (int i = 0; i + 1 < way.length; i++) {
            int[] row = Arrays.copyOfRange(rows.targets(), rows.offsets()[way[i]], rows.offsets()[way[i] + 1]);
            assertThat(row).contains(way[i + 1]);
        }
    }

    @Test
    void aMillionVerticesInARowNeedNoStack() {
        int n = 1_000_000;
        long[] edges = new long[n - 1];
        for (int v = 0; v < n - 1; v++) {
            edges[v] = Rows.edge(v, v + 1);
        }
        Rows rows = Rows.of(n, edges);
        assertThat(Layers.of(rows)[0]).isEqualTo(n - 1);
        assertThat(ChainSearch.find(rows, only(0), only(n - 1), new BitSet())).hasSize(n);
    }

    private static BitSet only(int vertex) {
        var set = new BitSet();
        set.set(vertex);
        return set;
    }
}
