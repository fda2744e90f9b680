package dev.bolt.search.ripgrep;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** What ripgrep's exit status means: 0 found, 1 not found, 2 an error, all else no answer. */
final class RipgrepVerdict {
    /** How what it says of a pattern begins; the rest may quote the pattern. */
    private static final List<String> OF_PATTERNS =
            List.of("regex parse error", "the literal", "pattern contains", "compiled regex", "PCRE2: error compiling");

    /**
     * How a message about one path begins: with the path, which is below {@code ./} as it is asked here, or absolute
     * for an ignore file above. What is wrong with a query is said first, and alone.
     */
    private static final Pattern ABOUT_PATH = Pattern.compile("(?:rg: )?\\.?/.*", Pattern.DOTALL);

    /** The end of a message about what the system refused, whatever the path says. */
    private static final Pattern REFUSED_BY_SYSTEM = Pattern.compile("\\(os error \\d+\\)$");

    private RipgrepVerdict() {}

    /**
     * Whether the answer is whole: an error about single files that cannot be read, which ripgrep leaves out, lets it
     * stand; a match that PCRE2 gave up does not.
     *
     * @throws ProblemException BAD_PATTERN or BAD_REQUEST, with ripgrep's words, if it refused the query
     * @throws IOException if it died
     */
    static boolean of(int status, String complaints) throws IOException {
        String said = complaints.strip();
        String reason = said.replaceFirst("^rg: ", "");
        if (status > 2 || status < 0) {
            throw new IOException("ripgrep ended with status %d: %s".formatted(status, reason));
        }
        if (status < 2 || reason.isEmpty()) {
            return true;
        }
        if (ABOUT_PATH.matcher(said).matches()) {
            return said.lines().noneMatch(RipgrepVerdict::isGivenUp);
        }
        if (OF_PATTERNS.stream().anyMatch(reason::startsWith)) {
            throw new ProblemException(Problem.BAD_PATTERN, reason).withField("patterns");
        }
        if (reason.startsWith("error parsing glob")) {
            throw new ProblemException(Problem.BAD_REQUEST, reason).withField("globs");
        }
        if (reason.startsWith("unrecognized file type")) {
            throw new ProblemException(Problem.BAD_REQUEST, reason + " ('rg --type-list' shows all types)")
                    .withField("types");
        }
        if (reason.contains("unknown encoding")) {
            throw new ProblemException(Problem.BAD_REQUEST, reason).withField("ripgrep.encoding");
        }
        return true;
    }

    private static boolean isGivenUp(String message) {
        return message.contains(": PCRE2: error matching: ")
                && !REFUSED_BY_SYSTEM.matcher(message).find();
    }
}
