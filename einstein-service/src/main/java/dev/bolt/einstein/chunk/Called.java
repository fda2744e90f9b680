package dev.bolt.einstein.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name in a header that has no word for "function", only a name and its arguments. */
final class Called {
    private static final Pattern NAME = Pattern.compile("([\\w$~:]*(?:operator\\s*\\S{1,3}|[\\w$]))\\s*$");
    private static final Pattern STATEMENT =
            Pattern.compile("(?s)\\s*(?:return|throw|else|case)\\b.*|.*\\bnew\\s.*|.*[^=!<>]=[^=].*|.*->\\s*");
    private static final Pattern ARGUMENTS = Pattern.compile("<[^<>]*>");
    private static final Pattern INITIALIZERS = Pattern.compile("\\)\\s*(?:noexcept\\s*)?:(?!:)");
    private static final Set<String> NO_NAMES =
            Set.of("noexcept", "throw", "decltype", "requires", "alignas", "defined", "asm", "volatile");

    private Called() {}

    /** What stands before the first bracket. */
    static Optional<String> in(String head, boolean inFunction) {
        int bracket = head.indexOf('(');
        if (bracket <= 0) {
            return Optional.empty();
        }
        String before = ARGUMENTS.matcher(head.substring(0, bracket)).replaceAll("");
        Matcher name = NAME.matcher(before);
        boolean found = name.find()
                && !STATEMENT.matcher(before).matches()
                && !head.endsWith("->")
                && !BraceHeader.statement(name.group(1))
                && (name.start() > 0 || !inFunction);
        return found ? Optional.of(name.group(1)) : Optional.empty();
    }

    /**
     * What stands before the last bracket that is not one of a macro or an attribute; of a macro alone, such as
     * {@code SYSCALL_DEFINE1(acct, …)}, its first argument.
     */
    static Optional<String> inC(String head) {
        Matcher initializers = INITIALIZERS.matcher(head);
        String declared = initializers.find() ? head.substring(0, initializers.start() + 1) : head;
        String reserved = "";
        List<Integer> brackets = brackets(declared);
        for (int i = brackets.size() - 1; i >= 0; i--) {
            String before = declared.substring(0, brackets.get(i));
            Matcher name = NAME.matcher(ARGUMENTS.matcher(before).replaceAll(""));
            if (!name.find() || NO_NAMES.contains(name.group(1))) {
                continue;
            }
            if (BraceHeader.statement(name.group(1))
                    || STATEMENT.matcher(before).matches()) {
                return Optional.empty();
            }
            if (!allCapital(name.group(1)) && !name.group(1).startsWith("__")) {
                return Optional.of(name.group(1));
            }
            reserved = name.group(1);
        }
        return reserved.startsWith("__")
                ? Optional.of(reserved)
                : brackets.isEmpty() ? Optional.empty() : arguments(declared, brackets.getFirst());
    }

    /** {@code TEST_F(Store, Opens)} is Store.Opens; of other macros the first argument is the name. */
    private static Optional<String> arguments(String head, int bracket) {
        String[] all = head.substring(bracket + 1).split("[,)]");
        String first = all.length == 0 ? "" : all[0].strip();
        boolean test =
                head.startsWith("TEST") && all.length > 1 && all[1].strip().matches("\\w+");
        return first.matches("\\w+") ? Optional.of(test ? first + "." + all[1].strip() : first) : Optional.empty();
    }

    static boolean allCapital(String word) {
        return word.length() > 1
                && word.chars().noneMatch(Character::isLowerCase)
                && word.chars().anyMatch(Character::isLetter);
    }

    /** Where the outermost round brackets open. */
    private static List<Integer> brackets(String head) {
        var found = new ArrayList<Integer>();
        int depth = 0;
        for (int i = 0; i < head.length(); i++) {
            if (head.charAt(i) == '(' && depth++ == 0) {
                found.add(i);
            } else if (head.charAt(i) == ')') {
                depth--;
            }
        }
        return found;
    }
}
