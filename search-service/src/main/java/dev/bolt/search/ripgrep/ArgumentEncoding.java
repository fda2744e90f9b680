package dev.bolt.search.ripgrep;

import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Guards against a locale in which Java hands a question mark to a child process instead of a letter. */
final class ArgumentEncoding {
    private static final boolean UNICODE = StandardCharsets.UTF_8.name().equals(System.getProperty("sun.jnu.encoding"));

    private ArgumentEncoding() {}

    /** @throws ProblemException UNSUPPORTED_OPTION if an argument would not arrive as it is */
    static void check(List<String> arguments) {
        if (!UNICODE
                && arguments.stream()
                        .anyMatch(argument ->
                                !StandardCharsets.US_ASCII.newEncoder().canEncode(argument))) {
            throw new ProblemException(
                    Problem.UNSUPPORTED_OPTION,
                    "Letters beyond ASCII need Bolt to be started in a UTF-8 locale, such as LC_ALL=C.UTF-8");
        }
    }
}
