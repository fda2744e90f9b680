package dev.bolt.orchestrator.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.einstein.SimilarChunk;
import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.orchestrator.Shop;
import dev.bolt.orchestrator.solve.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FusionTest {
    private final Gathered found = new Gathered();

    @Test
    void ranksByMeaningWhereNothingIsNamed() {
        found.similar(Shop.similar());
        Ranking ranking = rank("where is tax computed?");
        assertThat(ranking.files()).extracting(RankedFile::path).containsExactly("shop/cart.py", "shop/tax.py");
        assertThat(ranking.files().getFirst().score()).isEqualTo(1);
        assertThat(ranking.files().getFirst().reasons()).containsExactly("Cart.total fits in words and meaning");
        assertThat(ranking.similarity()).isEqualTo(0.66);
        assertThat(ranking.anchored()).isFalse();
    }

    @Test
    void putsWhatIsNamedBeforeWhatIsMeant() {
        found.similar(Shop.similar());
        found.named.add("shop/till.py");
        Ranking ranking = rank("what is wrong in shop/till.py?");
        assertThat(ranking.files()).extracting(RankedFile::path).first().isEqualTo("shop/till.py");
        assertThat(ranking.files().getFirst().reasons()).containsExactly("named in the question");
        assertThat(ranking.anchored()).isTrue();
    }

    @Test
    void followsAStackTraceFromItsInnermostFrame() {
        found.named.addAll(List.of("shop/cart.py", "shop/tax.py"));
        Ranking ranking =
                rank("File \"/srv/shop/cart.py\", line 3, in total\n  File \"/srv/shop/tax.py\", line 2, in rate\n");
        assertThat(ranking.files()).extracting(RankedFile::path).containsExactly("shop/tax.py", "shop/cart.py");
        assertThat(ranking.evidence()).extracting(Evidence::startLine).containsExactly(2, 3);
    }

    @Test
    void creditsDefinitionsByHowRareTheyAre() {
        found.symbols.put("Cart.total", List.of(Shop.symbol("shop/cart.py", "Cart.total", 2)));
        var many = new ArrayList<dev.bolt.api.analysis.Symbol>();
        for (int i = 0; i < 8; i++) {
            many.add(Shop.symbol("shop/m" + i + ".py", "shop.m" + i + ".render", 1));
        }
        found.symbols.put("render", many);
        found.symbols.put("get", Collections.nCopies(21, Shop.symbol("shop/get.py", "get", 1)));
        Ranking ranking = rank("`Cart.total` or `render` or `get`?");
        assertThat(ranking.files()).extracting(RankedFile::path).first().isEqualTo("shop/cart.py");
        assertThat(ranking.files())
                .extracting(RankedFile::path)
                .doesNotContain("shop/get.py")
                .hasSize(9);
        assertThat(ranking.anchored()).isTrue();
    }

    @Test
    void doesNotTakeAnotherThingOfTheSameLastNameForTheOneThatIsNamed() {
        found.symbols.put(
                "com.acme.InvoiceService.generate", List.of(Shop.symbol("shop/lorem.py", "lorem.generate", 1)));
        assertThat(rank("NullPointerException in com.acme.InvoiceService.generate")
                        .anchored())
                .isFalse();
    }

    @Test
    void isNotAnchoredByAShortNameThatOccursByChance() {
        found.literals.put("iOS", Shop.lines("shop/sidebar.scss"));
        assertThat(rank("dark mode for the iOS settings").anchored()).isFalse();
        found.literals.put("round_half_even", Shop.lines("shop/cart.py"));
        assertThat(rank("round_half_even").anchored()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "tests/test_cart.py, shop/cart.py",
        "shop/_vendor/cart.py, shop/cart.py",
        "docs/cart.md, shop/cart.py",
        "LICENSE, shop/cart.py"
    })
    void putsCodeBeforeWhatMerelyGoesWithIt(String demoted, String code) {
        found.similar(Shop.similar(Shop.chunk(demoted, 1, 2, "", 0.033), Shop.chunk(code, 1, 2, "total", 0.033)));
        found.literals.put("round_total", Shop.lines(demoted, code));
        assertThat(rank("where is the sum made?").files())
                .extracting(RankedFile::path)
                .containsExactly(code, demoted);
    }

    @Test
    void doesNotDemoteTestsThatAreAskedFor() {
        found.literals.put("round_total", Shop.lines("tests/test_cart.py", "zzz.py"));
        assertThat(rank("which tests cover `round_total`?").files())
                .extracting(RankedFile::path)
                .first()
                .isEqualTo("tests/test_cart.py");
    }

    @Test
    void ordersSpansByTheirOwnScoreAndThatOfTheirFileAndGivesNoneTwice() {
        found.similar(Shop.similar(
                spoken("a.py", 1, 9, "f", 8),
                spoken("a.py", 5, 12, "over f", 7),
                spoken("a.py", 20, 30, "g", 6),
                spoken("b.py", 1, 9, "h", 7.5),
                spoken("tests/test_a.py", 1, 9, "test", 8)));
        assertThat(rank("where?").evidence()).extracting(Evidence::symbol).containsExactly("f", "h", "g", "test");
    }

    @Test
    void keepsAnswersShort() {
        var chunks = new ArrayList<SimilarChunk>();
        for (int i = 0; i < 200; i++) {
            chunks.add(spoken("f" + i % 20 + ".py", 10 * i + 1, 10 * i + 5, "f" + i, 9 - i / 100.0));
        }
        List<Evidence> evidence =
                rank("where?", chunks.toArray(new SimilarChunk[0])).evidence();
        assertThat(evidence).hasSize(40).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(evidence).filteredOn(one -> one.path().equals("f0.py")).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void givesTheSpansOfAFileThatWasLookedThroughAndNotOnlyThoseAmongTheBestOfAll() {
        found.inside(List.of(spoken("a.py", 1, 9, "f", 8), spoken("a.py", 20, 29, "g", 3)));
        List<Evidence> evidence = rank("where?", spoken("a.py", 1, 9, "f", 8), spoken("b.py", 1, 9, "h", 2))
                .evidence();
        assertThat(evidence).extracting(Evidence::symbol).containsExactly("f", "g", "h");
    }

    @Test
    void prefersTheLongerOfTwoFunctionsWithAlmostTheSameWords() {
        List<Evidence> evidence = rank(
                        "where?",
                        spoken("a.py", 1, 2, "short", 5.1),
                        spoken("a.py", 10, 49, "long", 5),
                        spoken("a.py", 50, 89, "long", 1))
                .evidence();
        assertThat(evidence).extracting(Evidence::symbol).startsWith("long", "short");
    }

    @Test
    void takesASpanOfUnknownMeaningForOneOfTheLowerQuartile() {
        var known = new ArrayList<SimilarChunk>();
        for (int i = 0; i < 8; i++) {
            var sources = Map.of("lexical", 5.0, "semantic", 0.1 + i / 10.0);
            known.add(
                    new SimilarChunk(new SourceSpan("a.py", 10 * i + 1, 10 * i + 9), "f" + i, "function", 1, sources));
        }
        known.add(spoken("a.py", 101, 109, "unknown", 5));
        found.inside(known);
        List<Evidence> evidence =
                rank("where?", known.toArray(new SimilarChunk[0])).evidence();
        assertThat(evidence).extracting(Evidence::symbol).startsWith("f7", "f6").doesNotContain("unknown");
        found.inside(List.of(known.get(0), known.get(1), known.get(8)));
        assertThat(rank("where?", known.toArray(new SimilarChunk[0])).evidence())
                .extracting(Evidence::symbol)
                .containsExactly("unknown", "f1", "f0");
    }

    /** Right after the start nothing has a vector; a cosine of 0 would say that nothing fits. */
    @Test
    void knowsNoCosineWhereNothingHasAVector() {
        assertThat(rank("where?", spoken("a.py", 1, 9, "f", 8)).similarity()).isEqualTo(-1);
    }

    @Test
    void takesMeaningFarFromTheQuestionForUnlikeAndNotForUnknown() {
        var far = new SimilarChunk(new SourceSpan("a.py", 1, 9), "f", "function", 0.03, Map.of("semantic", -0.4));
        assertThat(rank("where?", far).similarity()).isZero();
    }

    private static SimilarChunk spoken(String path, int start, int end, String symbol, double words) {
        return new SimilarChunk(new SourceSpan(path, start, end), symbol, "function", 0.03, Map.of("lexical", words));
    }

    private Ranking rank(String question, SimilarChunk... chunks) {
        found.similar(Shop.similar(chunks));
        return rank(question);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void dependsOnNothingButWhatWasFound(long seed) {
        var random = new Random(seed);
        var paths = new ArrayList<>(List.of("a.py", "b.py", "c.py", "d.py", "e.py", "f.py"));
        found.literals.put("one", Shop.lines("a.py", "b.py"));
        Collections.shuffle(paths, random);
        paths.forEach(path -> found.literals.put("of " + path, Shop.lines(path)));
        var files = rank("`one`").files();
        assertThat(files).isSortedAccordingTo((a, b) -> {
            int byScore = Double.compare(b.score(), a.score());
            return byScore == 0 ? a.path().compareTo(b.path()) : byScore;
        });
        assertThat(files).extracting(RankedFile::path).startsWith("a.py", "b.py");
    }

    @Test
    void ranksNothingWhenNothingWasFound() {
        assertThat(rank("where?")).isEqualTo(new Ranking(List.of(), List.of(), false, -1, 0));
    }

    private Ranking rank(String question) {
        return Fusion.rank(Reader.read(question), found, 10);
    }
}
