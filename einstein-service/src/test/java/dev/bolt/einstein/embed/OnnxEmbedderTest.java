package dev.bolt.einstein.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real weights on the real runtime. */
class OnnxEmbedderTest {
    private static final EmbedProperties SETTINGS = new EmbedProperties("minilm", Accelerator.CPU, 2, 256, 2);

    @TempDir
    static Path natives;

    private static OnnxEmbedder model;

    @BeforeAll
    static void load() {
        model = OnnxEmbedder.load(SETTINGS, natives);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void putsParaphrasesNearerThanOtherThings() {
        float[] question = model.embed("try the payment again when the bank is busy");
        float[] paraphrase =
                model.embed("def charge(card):\n    '''Retry charging the card if the gateway times out.'''");
        float[] other = model.embed("def parse_color(text):\n    '''Red, green and blue of a hexadecimal colour.'''");
        assertThat(cosine(question, paraphrase)).isGreaterThan(cosine(question, other) + 0.2);
    }

    @Test
    void givesUnitVectorsOfItsDimension() {
        float[] vector = model.embed("anything");
        assertThat(vector).hasSize(384).hasSize(model.dimension());
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        assertThat(model.embed("")).hasSize(384);
    }

    @Test
    void givesTheSameTextTheSameVectorFromEveryThread() throws ExecutionException, InterruptedException {
        float[] alone = model.embed("def send(request): ...");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var same = threads.submit(() -> model.embed("def send(request): ..."));
            var meanwhile = threads.submit(() -> model.embed("another text of another length altogether"));
            assertThat(same.get()).isEqualTo(alone);
            assertThat(meanwhile.get()).isNotEqualTo(alone);
        }
    }

    @Test
    void neitherPadsShortTextsNorReadsPastItsBound() {
        assertThat(model.tokens("hello world")).isEqualTo(4);
        String longText = "word ".repeat(1000);
        assertThat(model.tokens(longText)).isEqualTo(256);
        assertThat(model.embed(longText)).isEqualTo(model.embed(longText + "more words that are never read"));
    }

    @Test
    void readsAsManyTokensAsTheSettingsSay() {
        try (var shorter = OnnxEmbedder.load(new EmbedProperties("minilm", Accelerator.CPU, 1, 16, 1), natives)) {
            assertThat(shorter.tokens("word ".repeat(1000))).isEqualTo(16);
            assertThat(shorter.model()).isNotEqualTo(model.model());
        }
    }

    @Test
    void theDefaultTellsQuestionsFromTextsAndItsLikenessIsThatOfTheOtherModel() {
        assertThat(model.model()).startsWith("all-MiniLM-L6-v2");
        assertThat(model.likeness(0.4)).isEqualTo(0.4);
        assertThat(model.weight()).isEqualTo(1);
        try (var bge = OnnxEmbedder.load(new EmbedProperties("", Accelerator.CPU, 1, 64, 1), natives)) {
            assertThat(bge.model()).startsWith("bge-small-en-v1.5");
            assertThat(bge.dimension()).isEqualTo(384);
            assertThat(bge.weight()).isGreaterThan(1);
            String text = "def charge(card): retry charging the card if the gateway times out";
            float[] question = bge.question("try the payment again when the bank is busy");
            assertThat(question).isNotEqualTo(bge.embed("try the payment again when the bank is busy"));
            assertThat(cosine(question, bge.embed(text)))
                    .isGreaterThan(cosine(question, bge.embed("def parse_color(text): red, green and blue")));
            assertThat(bge.likeness(1)).isEqualTo(1);
            assertThat(bge.likeness(cosine(question, bge.embed(text))))
                    .isCloseTo(
                            cosine(model.question("try the payment again when the bank is busy"), model.embed(text)),
                            within(0.15));
        }
    }

    @Test
    void aNameOfNoModelIsAFolderThatIsNotThere() {
        assertThatThrownBy(() -> OnnxEmbedder.load(new EmbedProperties("bge", Accelerator.CPU, 1, 16, 1), natives))
                .isInstanceOf(EmbedException.class)
                .hasMessageContainingAll("is no folder", "minilm or bge-small");
    }

    @Test
    void loadsHoweverLongTheCommandLineIs(@TempDir Path home) throws Exception {
        load(home, "-Dfiller=" + "x".repeat(20_000));
    }

    @Test
    void reportsToNobodyAndKeepsNothingInTheHomeFolder(@TempDir Path home) throws Exception {
        load(home, "-Dnothing");
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private void load(Path home, String argument) throws Exception {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        argument,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FreshProcess.class.getName(),
                        natives.toString())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        assertThat(new String(process.getInputStream().readAllBytes())).contains("loaded 384");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void keepsVectorsOfQuestionsUpToTheCacheSize() throws Exception {
        try (var pool = new EmbedPool(SETTINGS, 2)) {
            float[] first = pool.question(model, "one").get();
            assertThat(pool.question(model, "one").get()).isSameAs(first);
            for (int i = 0; i < 10; i++) {
                pool.question(model, "question " + i).get();
            }
            assertThat(pool.kept()).isLessThanOrEqualTo(2);
        }
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
