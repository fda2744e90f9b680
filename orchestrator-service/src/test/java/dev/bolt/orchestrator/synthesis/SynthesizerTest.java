package dev.bolt.orchestrator.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.solve.Coverage;
import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.api.solve.Recommendation;
import dev.bolt.api.solve.RelatedFile;
import dev.bolt.api.solve.SolveAnswer;
import dev.bolt.orchestrator.Shop;
import dev.bolt.orchestrator.evidence.Ranking;
import dev.bolt.orchestrator.solve.Reader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SynthesizerTest {
    private static final Evidence TOTAL =
            new Evidence("shop/cart.py", 2, 3, "Cart.total", 1, List.of("lexical"), "def total");
    private static final Evidence RATE = new Evidence("shop/tax.py", 1, 2, "rate", 0.9, List.of("lexical"), "def rate");
    private static final Ranking GOOD = ranking(0.7, 1);

    @Test
    void putsFindingsInTheEvidenceFirstThenThoseThatTheIntentAsksFor() {
        List<Finding> findings = List.of(
                Shop.finding("shop/cart.py", 90, "docstring.missing"),
                Shop.finding("shop/cart.py", 80, "complexity.high"),
                Shop.finding("shop/cart.py", 2, "import.unused"));
        SolveAnswer answer = write("refactor the total", GOOD, findings, Map.of());
        assertThat(answer.intent()).isEqualTo("refactor");
        assertThat(answer.findings())
                .extracting(Finding::ruleId)
                .containsExactly("import.unused", "complexity.high", "docstring.missing");
        assertThat(answer.recommendations())
                .extracting(Recommendation::text)
                .containsExactly("Begin the change at Cart.total.", "Begin the change at rate.", "Change it.");
    }

    @Test
    void saysHonestlyThatNothingAnswers() {
        SolveAnswer answer = write("how do I bake bread?", ranking(0.2, 0.1), List.of(), Map.of());
        assertThat(answer.confidence()).isLessThan(0.3);
        assertThat(answer.summary()).startsWith("Nothing found that clearly answers");
        assertThat(answer.recommendations()).isEmpty();
        assertThat(answer.clarifications()).hasSize(1);
    }

    @Test
    void asksWhichOneIsMeantWhenANameIsDefinedTwice() {
        Map<String, List<Symbol>> symbols = Map.of(
                "total",
                List.of(Shop.symbol("shop/cart.py", "Cart.total", 2), Shop.symbol("shop/till.py", "Till.total", 9)));
        SolveAnswer answer = write("what does `total` do?", GOOD, List.of(), symbols);
        assertThat(answer.clarifications().getFirst().question())
                .isEqualTo("‘total’ is defined in 2 places. Which one?");
        assertThat(answer.clarifications().getFirst().choices())
                .containsExactly("shop/cart.py (Cart.total)", "shop/till.py (Till.total)");
    }

    @Test
    void tellsTheUsersOnlyWhereTheyAreAskedFor() {
        assertThat(write("who uses the total?", GOOD, List.of(), Map.of()).summary())
                .contains("1 file imports them");
        assertThat(write("where is the total?", GOOD, List.of(), Map.of()).summary())
                .isEqualTo("Best answered by Cart.total (shop/cart.py:2-3), then rate (shop/tax.py:1-2).");
    }

    private static SolveAnswer write(
            String question, Ranking ranking, List<Finding> findings, Map<String, List<Symbol>> symbols) {
        var related = List.of(new RelatedFile("shop/money.py", "imports", "shop/cart.py"));
        var extras =
                new Extras(findings, Shop.impact().affected(), related, new Coverage(2, 0, Map.of(), 1, null, null));
        return Synthesizer.write(Reader.read(question), ranking, extras, symbols, Shop.FRESH);
    }

    private static Ranking ranking(double cosine, double cover) {
        var files =
                List.of(new RankedFile("shop/cart.py", 1, List.of()), new RankedFile("shop/tax.py", 0.9, List.of()));
        return new Ranking(files, List.of(TOTAL, RATE), false, cosine, cover);
    }
}
