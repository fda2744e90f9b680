package dev.bolt.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    private static final int VERTICES = 12;

    @Property
    void verticesShareAComponentExactlyIfEachReachesTheOther(
            @ForAll @Size(max = 30) List<@IntRange(max = VERTICES * VERTICES - 1) Integer> pairs) {
        Rows rows = rows(pairs);
        boolean[][] reaches = closure(rows);
        int[] component = Components.of(rows);
        for (int v = 0; v < VERTICES; v++) {
            for (int w = 0; w < VERTICES; w++) {
                assertThat(component[v] == component[w]).isEqualTo(v == w || reaches[v][w] && reaches[w][v]);
            }
        }
    }

    @Property
    void circlesAreTheComponentsOfTwoOrMoreAndEachHasAShortestCircle(
            @ForAll @Size(max = 30) List<@IntRange(max = VERTICES * VERTICES - 1) Integer> pairs) {
        Rows rows = rows(pairs);
        boolean[] seen = new boolean[VERTICES];
        for (int[] circle : Components.circles(rows)) {
            assertThat(circle.length).isGreaterThan(1);
            assertThat(circle).isSorted();
            for (int v : circle) {
                assertThat(seen[v]).isFalse();
                seen[v] = true;
            }
            List<Integer> shortest = new ShortestCircle(rows).in(circle);
            assertThat(shortest.getFirst()).isEqualTo(shortest.getLast());
            assertThat(shortest.size()).isEqualTo(1 + girth(rows, circle));
            for (int i = 0; i + 1 < shortest.size(); i++) {
                assertThat(row(rows, shortest.get(i))).contains(shortest.get(i + 1));
            }
        }
    }

    @Test
    void aPathOfAMillionVerticesNeedsNoStack() {
        int vertices = 1_000_000;
        long[] edges = new long[vertices];
        for (int v = 0; v < vertices; v++) {
            edges[v] = Rows.edge(v, (v + 1) % vertices);
        }
        assertThat(Components.circles(Rows.of(vertices, edges)))
                .singleElement()
                .satisfies(circle -> assertThat(circle).hasSize(vertices));
    }

    static Rows rows(List<Integer> pairs) {
        long[] edges = pairs.stream()
                .filter(pair -> pair / VERTICES != pair % VERTICES)
                .mapToLong(pair -> Rows.edge(pair / VERTICES, pair % VERTICES))
                .toArray();
        return Rows.of(VERTICES, edges);
    }

    private static int[] row(Rows rows, int v) {
        return Arrays.copyOfRange(rows.targets(), rows.offsets()[v], rows.offsets()[v + 1]);
    }

    private static boolean[][] closure(Rows rows) {
        boolean[][] reaches = new boolean[VERTICES][VERTICES];
        for (int v = 0; v < VERTICES; v++) {
            for (int w : row(rows, v)) {
                reaches[v][w] = true;
            }
        }
        for (int k = 0; k < VERTICES; k++) {
            for (int v = 0; v < VERTICES; v++) {
                for (int w = 0; w < VERTICES; w++) {
                    reaches[v][w] |= reaches[v][k] && reaches[k][w];
                }
            }
        }
        return reaches;
    }

    /** Edges of the shortest circle, by powers of the adjacency matrix. */
    private static int girth(Rows rows, int[] members) {
        for (int length = 2; ; length++) {
            for (int v : members) {
                boolean[] at = new boolean[VERTICES];
                at[v] = true;
                for (int step = 0; step < length; step++) {
                    boolean[] next = new boolean[VERTICES];
                    for (int from = 0; from < VERTICES; from++) {
                        if (at[from]) {
                            for (int to : row(rows, from)) {
                                next[to] = true;
                            }
                        }
                    }
                    at = next;
                }
                if (at[v]) {
                    return length;
                }
            }
        }
    }
}
