package dev.bolt.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small tree with everything that makes ripgrep and a naive scan differ. */
public final class SampleTree {
    private SampleTree() {}

    /** Writes the tree below the directory. */
    public static Path in(Path root) throws IOException {
        Files.createDirectories(root.resolve(".git"));
        text(root, ".gitignore", "build/\n*.log\n!keep.log\n/only-root.txt\n");
        text(
                root,
                "src/app.py",
                "import os\n\nclass Session:\n    def send(self, timeout=None):\n        return os.getenv('TIMEOUT')\n");
        text(
                root,
                "src/util.py",
                "def parse_date(value):\n\treturn value  # TODO: timezones\n\n\ndef parseDate(value):\n    return parse_date(value)\n");
        text(
                root,
                "src/deep/er/module.js",
                "function send() { return fetch('/x', {timeout: 5}); }\n// FIXME send twice\n");
        text(
                root,
                "docs/readme.md",
                "# Sending\n\nUse `send()` to send. Größe, naïve, Ünïcödé, ΑΒΓ δ, 日本語 text, emoji 😀 send.\n");
        text(root, "docs/crlf.txt", "first line\r\nsend it\r\n\r\nlast send\r\n");
        text(root, "empty.txt", "");
        text(root, "blank.txt", "\n\n\n");
        text(root, "no-newline.txt", "send without newline");
        text(root, "build/out.py", "send ignored\n");
        text(root, "debug.log", "send ignored log\n");
        text(root, "keep.log", "send kept log\n");
        text(root, "only-root.txt", "send ignored root\n");
        text(root, "src/only-root.txt", "send not ignored below\n");
        text(root, ".hidden/secret.txt", "send hidden\n");
        text(root, ".env", "TIMEOUT=5\n");
        text(root, "a-b/x.txt", "send a-b\n");
        text(root, "a/x.txt", "send a/x\nword_send send_word send\n");
        text(root, "long.txt", "x".repeat(700) + " send " + "y".repeat(700) + "\nsend short\n");
        bytes(
                root,
                "bom.txt",
                new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
                "send with bom\nsecond send\n".getBytes(StandardCharsets.UTF_8));
        bytes(
                root,
                "utf16.txt",
                new byte[] {(byte) 0xFF, (byte) 0xFE},
                "send in utf16 é\nsecond\n".getBytes(StandardCharsets.UTF_16LE));
        bytes(
                root,
                "latin1.txt",
                "caf\u00e9 send caf\u00e9\n\u00ff\u00fe\n".getBytes(StandardCharsets.ISO_8859_1),
                new byte[0]);
        bytes(root, "binary.bin", "send\n".getBytes(StandardCharsets.UTF_8), new byte[] {
            0, 1, 2, 's', 'e', 'n', 'd', '\n'
        });
        text(
                root,
                "numbers.json",
                "{\"a\": 123, \"hash\": \"0123456789abcdef0123456789abcdef01234567\", \"b\": -4.5e10}\n");
        text(root, "case.txt", "Send SEND send sEnD\nſend Kelvin \u212A k\n");
        text(root, "special.txt", "a.b a*b a+b (x) [y] {z} $HOME ^caret \\back | pipe -- dash -e\n--pre=./evil.sh\n");
        text(
                root,
                "i18n.txt",
                "İstanbul ıssız ISSIZ i\nstraße STRASSE ẞ ΐΐ ΰΰ ﬅﬆ\n💀send \uD835\uDCB3send send💀 sendé\nΣίσυφος ΣΊΣΥΦΟΣ µ μ\ne\u0301 ͅ ι\nǆ ǅ Ǆ K k Å å\n");
        bytes(
                root,
                "broken.txt",
                new byte[] {'a', (byte) 0xE2, (byte) 0x82, 'b', '\n', (byte) 0xF0, (byte) 0x9F, (byte) 0x92, '\n', 'k'},
                new byte[] {
                    (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xC3, (byte) 0xA9, (byte) 0xFF, 's', '\n', (byte) 0x80
                });
        Files.createSymbolicLink(root.resolve("link.txt"), root.resolve("no-newline.txt"));
        return root;
    }

    private static void text(Path root, String path, String content) throws IOException {
        bytes(root, path, content.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    private static void bytes(Path root, String path, byte[] head, byte[] tail) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        byte[] all = new byte[head.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        Files.write(file, all);
    }
}
