package dev.bolt.analysis.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.script.ScriptModel.Dialect;
import dev.bolt.analysis.symbol.FileModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Sources with bytes changed, lost, doubled, or taken from one another, on a stack of 512 KiB. How long and from where:
 * {@code -Dbolt.fuzz.seconds}, {@code -Dbolt.fuzz.seed}, {@code -Dbolt.fuzz.root}.
 */
class MutatedScriptTest {
    private static final long STACK_BYTES = 512 * 1024;
    private static final Duration LONG_FOR_ONE = Duration.ofSeconds(30);
    private static final int LARGEST_BYTES = 60_000;
    private static final List<String> MORSELS = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "</",
            "/>",
            "'",
            "\"",
            "`",
            "${",
            "}`",
            "/",
            "/*",
            "*/",
            "//",
            "\n",
            "\r",
            "\u2028",
            "=>",
            "...",
            "?.",
            "?",
            ":",
            ";",
            ",",
            "=",
            "!",
            "@",
            "#",
            "\\",
            "\\u{",
            " as ",
            " is ",
            " extends ",
            " infer ",
            "async ",
            "await ",
            "yield ",
            "class ",
            "function ",
            "import(",
            "import ",
            "export ",
            "require('x')",
            "type T = ",
            "interface I ",
            "enum E {",
            "declare ",
            "<T>(",
            "<T,>(",
            "(a): b => ",
            "a ? (b) : ",
            "{{{{{{{{{{",
            "((((((((((",
            "[[[[[[[[[[",
            "<<<<<<<<<<",
            "<a><a><a>",
            "a<b<c<",
            "!!!!!!!!!!",
            "x=>x=>x=>",
            "\0",
            "\uFEFF",
            "é",
            "😀",
            "0x",
            "1_",
            "<!--",
            "-->",
            "#!");

    private final long seed = Long.getLong("bolt.fuzz.seed", 20_260_101L);
    private final Random random = new Random(seed);
    private volatile byte[] current = {};
    private volatile Throwable thrown;
    private volatile int tried;

    @Test
    void noMutationCrashesOrStopsTheReader() throws Exception {
        List<byte[]> sources = sources();
        assertThat(sources).isNotEmpty();
        Instant end = Instant.now().plusSeconds(Long.getLong("bolt.fuzz.seconds", 10));
        Thread worker = Thread.ofPlatform().daemon().stackSize(STACK_BYTES).start(() -> work(sources, end));
        int before = -1;
        while (!worker.join(LONG_FOR_ONE)) {
            int now = tried;
            assertThat(now).as(() -> "stopped at " + shown()).isNotEqualTo(before);
            before = now;
        }
        assertThat(thrown).as(this::shown).isNull();
        assertThat(tried).isPositive();
        System.out.printf("%,d mutated scripts of seed %d%n", tried, seed);
    }

    @Test
    void whatBreaksOffBeforeItsNameDefinesNothing() {
        for (String cut : List.of(
                "enum", "export enum", "const enum", "enum {", "class", "interface", "type", "namespace", "function")) {
            for (Dialect dialect : Dialect.values()) {
                FileModel model = ScriptModel.of("x", dialect, cut.getBytes(StandardCharsets.UTF_8), LONG_FOR_ONE)
                        .orElseThrow();
                assertThat(model.symbols()).as(cut).isEmpty();
            }
        }
    }

    private void work(List<byte[]> sources, Instant end) {
        try {
            while (Instant.now().isBefore(end)) {
                current = mutated(sources);
                for (Dialect dialect : Dialect.values()) {
                    check(ScriptModel.of("x", dialect, current, LONG_FOR_ONE).orElseThrow());
                }
                tried++;
            }
        } catch (Throwable failure) {
            thrown = failure;
        }
    }

    private static void check(FileModel model) {
        int last = Math.max(1, model.lines());
        model.symbols().forEach(symbol -> {
            assertThat(symbol.name()).isNotEmpty();
            assertThat(symbol.span().startLine()).isBetween(1, last);
            assertThat(symbol.span().endLine()).isBetween(symbol.span().startLine(), last);
        });
        model.uses().forEach(use -> assertThat(use.line()).isBetween(1, last));
        model.imports().forEach(each -> assertThat(each.nameLine()).isBetween(each.line(), last));
    }

    private byte[] mutated(List<byte[]> sources) {
        byte[] source = sources.get(random.nextInt(sources.size()));
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            int at = random.nextInt(source.length + 1);
            int length = Math.min(1 + random.nextInt(random.nextInt(8) == 0 ? 2_000 : 12), source.length - at);
            byte[] put = switch (random.nextInt(6)) {
                case 0 -> new byte[0];
                case 1 -> new byte[] {(byte) random.nextInt(256)};
                case 2 -> Arrays.copyOfRange(source, at, at + length);
                case 3 -> part(sources.get(random.nextInt(sources.size())));
                default ->
                    MORSELS.get(random.nextInt(MORSELS.size()))
                            .repeat(random.nextInt(20) == 0 ? 300 : 1)
                            .getBytes(StandardCharsets.UTF_8);
            };
            int gone = random.nextBoolean() ? length : 0;
            byte[] next = Arrays.copyOf(source, Math.min(LARGEST_BYTES, source.length - gone + put.length));
            int head = Math.min(next.length, at + put.length);
            System.arraycopy(put, 0, next, Math.min(at, next.length), Math.max(0, head - at));
            System.arraycopy(source, at + gone, next, head, Math.min(next.length - head, source.length - at - gone));
            source = next;
        }
        return source;
    }

    private byte[] part(byte[] source) {
        int from = random.nextInt(source.length + 1);
        return Arrays.copyOfRange(source, from, Math.min(source.length, from + random.nextInt(400)));
    }

    private static List<byte[]> sources() throws IOException {
        Path root = Path.of(System.getProperty("bolt.fuzz.root", "src/test/resources"));
        var sources = new ArrayList<byte[]>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.[cm]?[jt]sx?"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                if (Files.size(file) <= LARGEST_BYTES && Files.size(file) > 0) {
                    sources.add(Files.readAllBytes(file));
                }
            }
        }
        return sources;
    }

    private String shown() {
        return "source %d of seed %d: %s".formatted(tried, seed, HexFormat.of().formatHex(current));
    }
}
