package dev.bolt.benchmarks.localization;

import dev.bolt.benchmarks.client.Score;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well one ranking did over all pairs. */
final class Tally {
    static final String HEAD =
            "| ranking | hit@1 | hit@5 | hit@10 | acc@1 | acc@5 | acc@10 | MRR | function hit@10 | p of hit@1 | of acc@10 |";
    static final String LINE = "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|";

    private final String name;
    private final List<Integer> first = new ArrayList<>();
    private final List<Integer> last = new ArrayList<>();
    private final List<Integer> functions = new ArrayList<>();

    Tally(String name) {
        this.name = name;
    }

    void add(Pair pair, List<String> files) {
        first.add(Score.rank(files, pair.files()));
        last.add(Score.lastRank(files, pair.files()));
    }

    void addFunctions(Pair pair, List<String> ranked) {
        if (!pair.functions().isEmpty()) {
            functions.add(Score.rank(ranked, pair.functions()));
        }
    }

    /** Which pairs have a right file at rank 1, in their order. */
    List<Boolean> atOne() {
        return first.stream().map(rank -> rank == 1).toList();
    }

    /** Which pairs have all right files among the first ten, in their order. */
    private List<Boolean> allInTen() {
        return last.stream().map(rank -> rank > 0 && rank <= 10).toList();
    }

    /** The same row with McNemar's p of hit@1 and acc@10 against another ranking. */
    String row(@Nullable Tally before) {
        return row()
                + (before == null
                        ? " | |"
                        : " %.2g | %.2g |"
                                .formatted(
                                        McNemar.exact(before.atOne(), atOne()),
                                        McNemar.exact(before.allInTen(), allInTen())));
    }

    /** A row of a Markdown table. */
    String row() {
        return "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.3f | %s |"
                .formatted(
                        name,
                        100 * Score.hit(first, 1),
                        100 * Score.hit(first, 5),
                        100 * Score.hit(first, 10),
                        100 * Score.hit(last, 1),
                        100 * Score.hit(last, 5),
                        100 * Score.hit(last, 10),
                        Score.reciprocal(first),
                        functions.isEmpty() ? "" : "%.1f".formatted(100 * Score.hit(functions, 10)));
    }
}
