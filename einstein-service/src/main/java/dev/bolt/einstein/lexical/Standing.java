package dev.bolt.einstein.lexical;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How likely a file is what a question means, told by its path alone. Demoting tests gained 13 of 150 questions at rank
 * 1 and lost none; the factors are those of that measurement (see the README).
 */
public enum Standing {
    /** Source, documents, settings. */
    SOURCE(1.0),
    /** Tests and what they need. */
    TEST(0.5),
    /** Copied from elsewhere, or made by a program. */
    FOREIGN(0.3);

    private static final Pattern FOREIGN_PATH =
            Pattern.compile("(^|.*/)(_?vendor(ed)?|third[-_]?party|node_modules|site-packages|dist|generated)/.*"
                    + "|.*(_pb2(_grpc)?\\.pyi?|\\.min\\.(js|css)|[-.]lock|\\.lock|package-lock\\.json|\\.svg|\\.po)");
    private static final Pattern TEST_PATH =
            Pattern.compile("(^|.*/)(tests?|testing|__tests__|spec|testdata|fixtures)/.*"
                    + "|(^|.*/)(test_[^/]*|[^/]*_tests?|conftest|tests?)\\.[a-z0-9]+"
                    + "|.*\\.(test|spec)\\.[a-z]+");
    private static final Pattern TEST_CLASS = Pattern.compile("(^|.*/)[^/]*[a-z0-9](Tests?|IT|Spec)\\.[a-z]+");
    private static final Pattern ABOUT_TESTS = Pattern.compile("(?i)\\b(tests?|testing|testsuite|fixtures?)\\b");

    private final double factor;

    Standing(double factor) {
        this.factor = factor;
    }

    /** That of the file with this path. */
    public static Standing of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (FOREIGN_PATH.matcher(lower).matches()) {
            return FOREIGN;
        }
        return TEST_PATH.matcher(lower).matches() || TEST_CLASS.matcher(path).matches() ? TEST : SOURCE;
    }

    /** Whether the question speaks of tests, so that they are not demoted. */
    public static boolean aboutTests(String question) {
        return ABOUT_TESTS.matcher(question).find();
    }

    /** What a score is multiplied with. */
    public double factor(boolean aboutTests) {
        return this == TEST && aboutTests ? 1.0 : factor;
    }
}
