package dev.bolt.einstein.lexical;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    private static final Set<String> FOREIGN_FOLDERS = Set.of(
            "vendor",
            "_vendor",
            "vendored",
            "_vendored",
            "thirdparty",
            "third-party",
            "third_party",
            "node_modules",
            "site-packages",
            "dist",
            "generated");
    private static final List<String> FOREIGN_ENDS = List.of(
            "_pb2.py",
            "_pb2.pyi",
            "_pb2_grpc.py",
            "_pb2_grpc.pyi",
            ".min.js",
            ".min.css",
            "-lock",
            ".lock",
            "package-lock.json",
            ".svg",
            ".po");
    private static final Set<String> TEST_FOLDERS =
            Set.of("test", "tests", "testing", "__tests__", "spec", "testdata", "fixtures");
    private static final Set<String> TEST_NAMES = Set.of("test", "tests", "conftest");
    private static final List<String> TEST_ENDS = List.of("_test", "_tests", ".test", ".spec");
    private static final List<String> TEST_CLASS_ENDS = List.of("Test", "Tests", "IT", "Spec");

    private final double factor;

    Standing(double factor) {
        this.factor = factor;
    }

    /** That of the file with this path. Asked for a thousand hits of each question, and so without patterns. */
    public static Standing of(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (FOREIGN_ENDS.stream().anyMatch(lower::endsWith) || within(lower, FOREIGN_FOLDERS)) {
            return FOREIGN;
        }
        return isTest(path, lower) ? TEST : SOURCE;
    }

    private static boolean within(String path, Set<String> folders) {
        int begin = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', begin)) {
            if (folders.contains(path.substring(begin, end))) {
                return true;
            }
            begin = end + 1;
        }
        return false;
    }

    private static boolean isTest(String path, String lower) {
        int name = path.lastIndexOf('/') + 1;
        int dot = path.lastIndexOf('.');
        boolean typed = dot >= name && dot < path.length() - 1;
        String stem = typed ? lower.substring(name, dot) : "";
        return within(lower, TEST_FOLDERS)
                || typed && (stem.startsWith("test_") || TEST_NAMES.contains(stem))
                || typed && TEST_ENDS.stream().anyMatch(stem::endsWith)
                || typed && isTestClass(path.substring(name, dot));
    }

    private static boolean isTestClass(String stem) {
        return TEST_CLASS_ENDS.stream().anyMatch(end -> {
            int before = stem.length() - end.length() - 1;
            return before >= 0
                    && stem.endsWith(end)
                    && (Character.isLowerCase(stem.charAt(before)) || Character.isDigit(stem.charAt(before)));
        });
    }

    /** What a score is multiplied with. */
    public double factor(boolean aboutTests) {
        return this == TEST && aboutTests ? 1.0 : factor;
    }
}
