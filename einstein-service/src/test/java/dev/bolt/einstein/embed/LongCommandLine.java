package dev.bolt.einstein.embed;

import java.nio.file.Path;

/** Loads the model in a process whose command line is long, on a thread as small as others. */
final class LongCommandLine {
    private LongCommandLine() {}

    public static void main(String[] args) throws InterruptedException {
        Thread.ofPlatform()
                .start(() -> {
                    try (var model = MiniLm.load(new EmbedProperties(1, 16, 1), Path.of(args[0]))) {
                        System.out.println("loaded " + model.embed("x").length);
                    }
                })
                .join();
    }
}
