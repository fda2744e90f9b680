package dev.bolt.einstein.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of models as users have them, whole and broken, on the real runtime. */
class ModelFolderTest {
    private static final int DIMENSION = 8;

    @TempDir
    static Path natives;

    @TempDir
    Path folder;

    @Test
    void readsTheDimensionFromTheNetworkAndTakesTheMeanOfItsTokens() throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        try (var model = load()) {
            assertThat(model.dimension()).isEqualTo(DIMENSION);
            float half = (float) (1 / Math.sqrt(6));
            assertThat(model.embed("peel banana"))
                    .containsExactly(new float[] {0, half, half, 0, 0, 0, 0, 2 * half}, within(1e-6f));
            assertThat(model.embed("")).containsOnly(0).hasSize(DIMENSION);
        }
    }

    @Test
    void takesTheFirstTokenIfTheFolderSaysSo() throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        write("1_Pooling/config.json", "{\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\": false}");
        try (var model = load()) {
            assertThat(model.embed("peel banana")).isEqualTo(model.embed("peel"));
        }
    }

    @Test
    void takesWhatTheNetworkHasPooledItself() throws IOException {
        TinyModel.pooled(12).in(folder);
        write("1_Pooling/config.json", "{\"pooling_mode_cls_token\": true}");
        try (var model = load()) {
            assertThat(model.dimension()).isEqualTo(12);
            assertThat(model.embed("peel banana")).isNotEqualTo(model.embed("peel"));
        }
    }

    @Test
    void readsNoMoreTokensThanTheModelWasMadeFor() throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        write("sentence_bert_config.json", "{\"max_seq_length\": 24}");
        write("config.json", "{\"max_position_embeddings\": 512}");
        try (var model = load()) {
            assertThat(model.tokens("banana ".repeat(100))).isEqualTo(24);
        }
    }

    @Test
    void putsThePromptsOfTheFolderInFrontOfQuestions() throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        write("config_sentence_transformers.json", "{\"prompts\": {\"query\": \"query: \"}}");
        try (var model = load()) {
            assertThat(model.question("banana")).isEqualTo(model.embed("query: banana"));
            assertThat(model.question("banana")).isNotEqualTo(model.embed("banana"));
        }
    }

    @Test
    void namesOtherWeightsAndOtherPoolingOtherwise() throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        String first = name();
        assertThat(name()).isEqualTo(first).startsWith(folder.getFileName() + " ");
        TinyModel.ofTokens(DIMENSION + 1).in(folder);
        String weights = name();
        write("1_Pooling/config.json", "{\"pooling_mode_cls_token\": true}");
        assertThat(name()).isNotEqualTo(weights);
        assertThat(weights).isNotEqualTo(first);
    }

    @Test
    void givesTheSameVectorsAsTheBuiltInModelFromACopyOfItsFiles() throws IOException {
        Files.write(folder.resolve("some-name.onnx"), resource("/all-minilm-l6-v2-q.onnx"));
        Files.write(folder.resolve("tokenizer.json"), resource("/all-minilm-l6-v2-q-tokenizer.json"));
        try (var copy = load();
                var builtIn = OnnxEmbedder.load(new EmbedProperties("minilm", Accelerator.CPU, 1, 256, 1), natives)) {
            assertThat(copy.embed("def pay(): ...")).isEqualTo(builtIn.embed("def pay(): ..."));
            assertThat(copy.model()).isNotEqualTo(builtIn.model());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json"})
    void saysWhichFileIsMissing(String name) throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        Files.delete(folder.resolve(name));
        refuses(name.substring(name.indexOf('.')), "built in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json", "1_Pooling/config.json"})
    void saysThatAFileIsBroken(String name) throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        write(name, "{broken");
        refuses("cannot be used", "Mend the folder");
    }

    @Test
    void saysThatAFileIsCutOff() throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        byte[] whole = Files.readAllBytes(folder.resolve("model.onnx"));
        Files.write(folder.resolve("model.onnx"), Arrays.copyOf(whole, whole.length / 2));
        refuses("cannot be used", "Mend the folder");
    }

    @Test
    void saysThatOnlyAPointerWasFetched() throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        write("model.onnx", "version https://git-lfs.github.com/spec/v1\noid sha256:00\n");
        refuses("pointer of Git LFS", "fetch");
    }

    @Test
    void saysThatTheFolderIsNone() throws IOException {
        assertThatThrownBy(() -> load(folder.resolve("nothing"))).hasMessageContaining("is no folder");
    }

    @Test
    void takesTheQuantizedOfSeveralNetworksAndRefusesToGuess() throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        Files.copy(folder.resolve("model.onnx"), folder.resolve("b.onnx"));
        Files.createDirectory(folder.resolve("onnx"));
        byte[] other = Files.readAllBytes(
                TinyModel.ofTokens(DIMENSION + 1).in(folder.resolve("other")).resolve("model.onnx"));
        Files.write(folder.resolve("onnx/model_quantized.onnx"), other);
        try (var model = load()) {
            assertThat(model.dimension()).isEqualTo(DIMENSION + 1);
        }
        Files.delete(folder.resolve("onnx/model_quantized.onnx"));
        Files.move(folder.resolve("model.onnx"), folder.resolve("a.onnx"));
        refuses("2 .onnx files", "leave one");
    }

    @Test
    void refusesANetworkThatWantsWhatItDoesNotKnow() throws IOException {
        TinyModel.wanting("input_ids", "pixel_values").in(folder);
        refuses("pixel_values", "not known");
        TinyModel.wanting("attention_mask").in(folder);
        refuses("input_ids", "cannot be used");
    }

    @Test
    void refusesAPoolingThatItDoesNotKnow() throws IOException {
        TinyModel.ofTokens(DIMENSION).in(folder);
        write("1_Pooling/config.json", "{\"pooling_mode_max_tokens\": true}");
        refuses("1_Pooling/config.json", "neither the mean");
    }

    private void refuses(String... words) {
        assertThatThrownBy(this::load)
                .isInstanceOf(EmbedException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContainingAll(words);
    }

    private String name() {
        try (var model = load()) {
            return model.model();
        }
    }

    private OnnxEmbedder load() {
        return load(folder);
    }

    private static OnnxEmbedder load(Path folder) {
        return OnnxEmbedder.load(new EmbedProperties(folder.toString(), Accelerator.CPU, 1, 256, 1), natives);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ModelFolderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
