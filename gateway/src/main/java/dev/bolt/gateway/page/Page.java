package dev.bolt.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page and the policy that it is served under: its own script and style run, by their hashes, and nothing else; it
 * speaks to its own origin alone (Content Security Policy Level 3).
 *
 * @param html the whole page, one file
 * @param policy value of Content-Security-Policy
 */
record Page(String html, String policy) {

    /** The page that lies beside this class. */
    static Page load() {
        try (var stream = Page.class.getResourceAsStream("page.html")) {
            if (stream == null) {
                throw new IllegalStateException("page.html is not in this jar");
            }
            return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Page of(String html) {
        String policy = "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'; script-src '%s'; style-src '%s'"
                        .formatted(hash(inside(html, "script")), hash(inside(html, "style")));
        return new Page(html, policy);
    }

    private static String inside(String html, String element) {
        String opening = "<" + element + ">";
        int start = html.indexOf(opening) + opening.length();
        return html.substring(start, html.indexOf("</" + element + ">", start));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
