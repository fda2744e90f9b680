package dev.bolt.platform.question;

import java.util.regex.Pattern;

/**
 * Tells a question that asks for tests from a text that only mentions them. A release note, an issue or an error report
 * says "the test run hangs" and means the code; "which tests cover refunds" and "add a test for refunds" mean the
 * tests. So a mention counts in a sentence that asks or wants a test written, and in a few words put into a search box.
 */
public final class AboutTests {
    private static final String WORD = "(?:tests?|testing|tested|testsuite|fixtures?|test_\\w+)\\b";
    private static final Pattern MENTION = Pattern.compile("(?i)\\b" + WORD);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n\\s*\\n");
    private static final Pattern ASKING =
            Pattern.compile("(?i)^\\W*(?:which|what|where|how|who|why|when|is|are|do|does|can|find|show|list)\\b");
    private static final Pattern WANTED = Pattern.compile("(?i)\\b(?:add|write|missing)\\s+(?:\\w+\\s+){0,2}" + WORD
            + "|\\b(?:tests?|testing|fixtures?)\\s+(?:for|of|cover\\w*)\\b");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** Words that are a search, not a sentence. */
    private static final int FEW = 5;

    private AboutTests() {}

    /** Whether tests are what it wants; linear in its length. */
    public static boolean asks(String question) {
        return MENTION.matcher(question).find()
                && (SPACE.split(question.strip()).length <= FEW
                        || SENTENCE_END.splitAsStream(question).anyMatch(AboutTests::wants));
    }

    private static boolean wants(String sentence) {
        return MENTION.matcher(sentence).find()
                && (ASKING.matcher(sentence).find()
                        || sentence.stripTrailing().endsWith("?")
                        || WANTED.matcher(sentence).find());
    }
}
