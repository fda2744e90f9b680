package dev.bolt.analysis.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Loads native libraries that lie in jars. Each is unpacked into a folder that only this user can write, and the folder
 * is gone before {@link #load} returns: a loaded library needs its file no more.
 *
 * @param platform how the jars name the machine, such as {@code x86_64-linux-gnu}
 */
record Natives(String platform) {

    static Natives ofThisMachine() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = machine.equals("amd64") ? "x86_64" : machine.equals("arm64") ? "aarch64" : machine;
        return new Natives(processor + (system.contains("mac") ? "-macos" : "-" + system + "-gnu"));
    }

    /**
     * What the library exports, for as long as the process lives.
     *
     * @throws IOException if there is none for this machine, or it cannot be written or loaded
     */
    SymbolLookup load(String library) throws IOException {
        String name = platform + "-" + library + (platform.endsWith("macos") ? ".dylib" : ".so");
        try (InputStream packed = Natives.class.getResourceAsStream("/lib/" + name)) {
            if (packed == null) {
                throw new IOException("there is no " + name);
            }
            Path folder = Files.createTempDirectory("bolt-grammar");
            Path file = folder.resolve(name);
            try {
                Files.copy(packed, file);
                return SymbolLookup.libraryLookup(file, Arena.global());
            } catch (IllegalArgumentException refused) {
                throw new IOException(refused.getMessage(), refused);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        }
    }
}
