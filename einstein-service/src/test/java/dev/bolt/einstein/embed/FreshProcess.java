package dev.bolt.einstein.embed;

import java.nio.file.Path;

/** Loads the model, on a thread as small as others, and uses it. */
final class FreshProcess {
    private FreshProcess() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.ofPlatform()
                .start(() -> {
                    try (var model =
                            OnnxEmbedder.load(new EmbedProperties("", Accelerator.CPU, 1, 16, 1), Path.of(args[0]))) {
                        System.out.println("loaded " + model.embed("x").length);
                    }
                })
                .join();
    }
}
