package dev.bolt.einstein.chunk;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words in front of a brace define.
 *
 * @param kind a function, a class, or, for a namespace, a module
 * @param name inside what surrounds it, parts divided by a dot
 */
record BraceHeader(ChunkKind kind, String name) {
    private static final Set<String> STATEMENTS = Set.of(
            "if",
            "for",
            "while",
            "switch",
            "catch",
            "else",
            "do",
            "try",
            "return",
            "new",
            "throw",
            "case",
            "function",
            "synchronized",
            "using",
            "foreach",
            "typeof",
            "sizeof",
            "super",
            "this");
    private static final Pattern ANNOTATION =
            Pattern.compile("@(?!interface\\b)[\\w.]+(\\s*\\([^()]*(\\([^()]*\\)[^()]*)*\\))?"
                    + "|#\\[[^\\]]*\\]|\\[\\[[^\\]]*\\]\\]|^\\s*(?:\\[[^\\]]*\\]\\s*)+"
                    + "|\\btemplate\\s*<(?:[^<>]|<[^<>]*>)*>");
    private static final Pattern TYPE = Pattern.compile(
            "(?:^|[\\s(])(class|interface|struct|enum|union|trait|record|object|protocol|extension|namespace|module|mod|impl)"
                    + "(?:\\s+class|\\s+struct)?(?:\\s*<[^{]*?>)?\\s+([\\w$]+(?:(?:::|\\.)[\\w$]+)*)(.*)");
    private static final Pattern IMPL_FOR = Pattern.compile("\\bfor\\s+&?([\\w:]+)");
    private static final Pattern NO_BODY = Pattern.compile("\\s*[:<(].*|\\s*(?:final|where)\\b.*|\\s*\\w*\\s*");
    private static final Pattern VALUE = Pattern.compile(".*=.*|.*\\w\\s*\\(.*|\\s*\\*.*");
    private static final Pattern GO_TYPE =
            Pattern.compile("^(?:type\\s+)?(\\w+)(?:\\[[^\\]]*\\])?\\s+(?:struct|interface)$");
    private static final Pattern GO_METHOD =
            Pattern.compile("^func\\s*\\(\\s*\\w*\\s*\\*?\\s*(\\w+)[^)]*\\)\\s*(\\w+)");
    private static final Pattern WORDED = Pattern.compile(
            "(?:^|\\s)(?:func|fn|fun|def|function|macro_rules!)(?:\\s*\\*\\s*|\\s+|(?=<))(?:<[^(]*?>\\s*)?&?([\\w$.]+)");
    private static final Pattern INIT = Pattern.compile("(?:^|\\s)(init|deinit|constructor)\\b\\s*\\??\\s*(?:\\(|$)");
    private static final Pattern ASSIGNED =
            Pattern.compile("(?:^|[\\s(])([\\w$.#]+)\\s*(?::[^=]*)?[:=]\\s*(?:async\\s*)?"
                    + "(?:function\\b.*|(?:<[^>]*>\\s*)?\\(.*\\)[^()]*=>|[\\w$]+\\s*=>)$");
    private static final Pattern ALIAS = Pattern.compile("^(?:export\\s+|declare\\s+)*type\\s+(\\w+).*=$");
    private static final Pattern EXPORTED = Pattern.compile("^(module\\.)?exports\\.|^this\\.|\\bprototype\\.");
    private static final Pattern METHOD = Pattern.compile(
            "^(?:(?:public|private|protected|static|async|get|set|override|abstract|readonly|export|default)\\s+)*\\*?\\s*"
                    + "([#\\w$]+)\\s*(?:<[^(]*>)?\\s*\\(.*\\)(?:\\s*:.*)?$");

    /**
     * Empty if it is a statement, a literal or a block.
     *
     * @param words the code since the last statement ended, quotes and comments blank, on one line
     * @param inFunction whether it stands inside a function, be there blocks between
     */
    static Optional<BraceHeader> of(Braces language, String words, boolean inFunction) {
        String head = ANNOTATION.matcher(words).replaceAll(" ").strip();
        if (head.isEmpty() || !balanced(head)) {
            return Optional.empty();
        }
        return switch (language) {
            case TYPED -> type(head).or(() -> Called.in(head, inFunction).flatMap(BraceHeader::function));
            case C ->
                type(head).or(() -> Called.inC(head).filter(any -> !inFunction).flatMap(BraceHeader::function));
            case SCRIPT -> type(head).or(() -> script(head, inFunction));
            case LINED, WORDED -> worded(head);
        };
    }

    private static boolean balanced(String head) {
        int depth = 0;
        for (int i = 0; i < head.length() && depth >= 0; i++) {
            depth += head.charAt(i) == '(' ? 1 : head.charAt(i) == ')' ? -1 : 0;
        }
        return depth == 0;
    }

    private static Optional<BraceHeader> type(String head) {
        Matcher matcher = TYPE.matcher(head);
        if (!matcher.find() || head.substring(0, matcher.start(1)).chars().anyMatch(c -> c == '(' || c == '=')) {
            return Optional.empty();
        }
        String name = matcher.group(2);
        String rest = matcher.group(3);
        return switch (matcher.group(1)) {
            case "namespace", "module", "mod" -> named(ChunkKind.MODULE, name);
            case "impl" -> {
                Matcher target = IMPL_FOR.matcher(rest);
                yield named(ChunkKind.CLASS, target.find() ? target.group(1) : name);
            }
            case "struct", "union", "enum" ->
                NO_BODY.matcher(rest).matches() && !VALUE.matcher(rest).matches()
                        ? named(ChunkKind.CLASS, behindMacro(name, rest))
                        : Optional.empty();
            default -> named(ChunkKind.CLASS, behindMacro(name, rest));
        };
    }

    /** {@code class EXPORTED Name}: of two names the second counts. */
    private static String behindMacro(String name, String rest) {
        String next = rest.strip().split("\\W", 2)[0];
        boolean word = next.isEmpty()
                || Set.of("extends", "implements", "permits", "final", "where", "with")
                        .contains(next);
        return word || !rest.startsWith(" ") || !Called.allCapital(name) ? name : next;
    }

    private static Optional<BraceHeader> worded(String head) {
        Matcher method = GO_METHOD.matcher(head);
        if (method.find()) {
            return function(method.group(1) + "." + method.group(2));
        }
        Matcher goType = GO_TYPE.matcher(head);
        if (goType.find()) {
            return named(ChunkKind.CLASS, goType.group(1));
        }
        Matcher function = WORDED.matcher(head);
        if (function.find()) {
            return function(function.group(1));
        }
        Matcher init = INIT.matcher(head);
        return init.find() ? function(init.group(1)) : type(head);
    }

    private static Optional<BraceHeader> script(String head, boolean inFunction) {
        Matcher alias = ALIAS.matcher(head);
        if (alias.find()) {
            return named(ChunkKind.CLASS, alias.group(1));
        }
        Matcher assigned = ASSIGNED.matcher(head);
        if (assigned.find()) {
            return function(EXPORTED.matcher(assigned.group(1)).replaceAll(""));
        }
        Matcher function = WORDED.matcher(head);
        if (function.find()) {
            return function(function.group(1));
        }
        Matcher method = METHOD.matcher(head);
        return !inFunction && method.matches() && !STATEMENTS.contains(method.group(1))
                ? function(method.group(1))
                : Optional.empty();
    }

    static boolean statement(String word) {
        return STATEMENTS.contains(word);
    }

    private static Optional<BraceHeader> function(String name) {
        return named(ChunkKind.FUNCTION, name);
    }

    private static Optional<BraceHeader> named(ChunkKind kind, String name) {
        String dotted = name.replace("::", ".").replaceAll("^[.:]+|[.:]+$", "");
        return dotted.isEmpty() ? Optional.empty() : Optional.of(new BraceHeader(kind, dotted));
    }
}
