package dev.bolt.einstein.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder as sentence-transformers lays it out: a network ({@code .onnx}, beside or in {@code onnx/}) and
 * {@code tokenizer.json}; {@code 1_Pooling/config.json}, {@code sentence_bert_config.json}, {@code config.json} and
 * {@code config_sentence_transformers.json} are heard if they are there. Its name is a hash of what it says: other
 * weights under the same name are another model. Reads every byte once, some 3 ms a megabyte.
 */
record ModelFolder(Path folder) {
    private static final String SETTING = "bolt.einstein.embed.model";
    private static final List<String> CHOSEN = List.of("model_quantized.onnx", "model.onnx");
    private static final int HASH_BYTES = 6;
    private static final int SHORTEST_NETWORK = 1024;
    private static final String POINTER = "version https://git-lfs";

    /** @throws EmbedException if it is incomplete or broken; the message says what to do */
    SentenceModel model() {
        if (!Files.isDirectory(folder)) {
            throw wrong("is no folder", null);
        }
        try {
            Path network = network();
            Path tokenizer = required("tokenizer.json");
            var facts = new ModelFacts(folder);
            return new SentenceModel(
                    folder.getFileName() + " " + hash(network, tokenizer, facts),
                    (environment, options) -> environment.createSession(network.toString(), options),
                    Files.readAllBytes(tokenizer),
                    facts.pooling(),
                    facts.longest(),
                    facts.prompts(),
                    SentenceModel.Cosines.PLAIN);
        } catch (IOException | IllegalArgumentException failure) {
            throw wrong("cannot be used: " + failure.getMessage(), failure);
        }
    }

    /** The sentence for a person whose folder this is. */
    EmbedException wrong(String what, @Nullable Throwable cause) {
        return new EmbedException(
                "%s %s. Mend the folder, or set %s to %s, which are built in, and start again"
                        .formatted(folder, what, SETTING, BuiltInModel.words()),
                cause);
    }

    private Path required(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no " + name + " in it; take the one that belongs to the model");
        }
        return file;
    }

    private Path network() throws IOException {
        List<Path> all = Stream.concat(networks(folder), networks(folder.resolve("onnx")))
                .sorted()
                .toList();
        Path found = all.size() == 1 ? all.getFirst() : chosen(all);
        if (Files.size(found) < SHORTEST_NETWORK
                && new String(Files.readAllBytes(found), StandardCharsets.ISO_8859_1).startsWith(POINTER)) {
            throw new IOException(folder.relativize(found) + " is a pointer of Git LFS; fetch the file itself");
        }
        return found;
    }

    private Path chosen(List<Path> all) throws IOException {
        for (String name : CHOSEN) {
            for (Path file : all) {
                if (file.endsWith(name)) {
                    return file;
                }
            }
        }
        throw new IOException(
                all.isEmpty()
                        ? "there is no .onnx file in it"
                        : "there are %d .onnx files in it; leave one, or name one model.onnx".formatted(all.size()));
    }

    private static Stream<Path> networks(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (var files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".onnx"))
                    .filter(Files::isRegularFile)
                    .toList()
                    .stream();
        }
    }

    private static String hash(Path network, Path tokenizer, ModelFacts facts) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String stem = network.getFileName().toString();
            try (var files = Files.list(network.toAbsolutePath().getParent())) {
                // Large networks keep their weights beside them: model.onnx_data.
                for (Path file : files.filter(
                                file -> file.getFileName().toString().startsWith(stem))
                        .sorted()
                        .toList()) {
                    add(digest, file);
                }
            }
            add(digest, tokenizer);
            digest.update((facts.pooling() + "\n" + facts.prompts()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
