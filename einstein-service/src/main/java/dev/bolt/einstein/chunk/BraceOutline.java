package dev.bolt.einstein.chunk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the definitions of a file by its braces: the code between the end of a statement and a brace is its header, and
 * a comment right above belongs to it. Forgiving: a brace that closes at the left of its line closes everything that
 * was opened deeper, so one that a preprocessor's branch left open harms one definition and not the file. A line begins
 * one definition at most: a chunk is whole lines, and a program squeezed into one would be kept once for each. Linear.
 */
final class BraceOutline {
    /** UTF-16 units of a header that are looked at. */
    private static final int LONGEST_HEAD = 1_000;

    private static final int LONGEST_SIGNATURE = 400;
    /** Braces inside each other up to which they may define something. */
    private static final int DEEPEST = 32;

    private static final Pattern COMMENT_SIGNS = Pattern.compile("^[\\s/*!#-]+|\\s*\\*/\\s*$");
    /** A function without a name. */
    private static final Pattern NAMELESS = Pattern.compile("=>$|\\bfunction\\s*\\*?\\s*\\([^()]*\\)$");
    /** What a line ends with, or the next begins with, if its statement goes on. */
    private static final Pattern GOES_ON =
            Pattern.compile("[=>,.:|&+*/<(?\\-]\\s*$|\\b(?:extends|implements|where|with)\\s*$");

    private static final Pattern WENT_ON =
            Pattern.compile("^\\s*(?:[{.?:=&|>)\\]]|extends\\b|implements\\b|where\\b|with\\b)");
    private static final Pattern ACCESS = Pattern.compile("\\s*(?:public|private|protected)\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final SourceLines lines;
    private final Braces language;
    private final BraceMask mask;
    private final Definition module = Definition.module();
    private final Deque<Frame> open = new ArrayDeque<>();

    private final StringBuilder head = new StringBuilder();
    private int headLine;
    /** Where the latest definition begins. */
    private int latest;

    private int brackets;
    private int angles;

    /**
     * A brace that is open; the definition is null for a block, a statement or a literal. The head is what goes on
     * behind the brace that closes it, for arguments may have braces.
     */
    private record Frame(
            @Nullable Definition definition,
            Definition inside,
            boolean inFunction,
            int indent,
            int brackets,
            String head,
            int headLine) {}

    private BraceOutline(SourceLines lines, Braces language) {
        this.lines = lines;
        this.language = language;
        this.mask = BraceMask.of(lines, language);
    }

    /** The module, its definitions inside it. */
    static Definition of(SourceLines lines, Braces language) {
        var outline = new BraceOutline(lines, language);
        for (int number = 1; number <= lines.count(); number++) {
            outline.read(number);
        }
        while (!outline.open.isEmpty()) {
            outline.close(lines.count());
        }
        outline.module.lastLine = Math.max(1, lines.count());
        return outline.module;
    }

    private void read(int number) {
        String code = mask.line(number);
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            switch (c) {
                case '{' -> {
                    if (emptyType(code, at)) {
                        add(c, number);
                        add(code.charAt(++at), number);
                    } else {
                        open(number);
                    }
                }
                case ':' -> {
                    boolean access =
                            language == Braces.C && ACCESS.matcher(head).matches();
                    add(c, number);
                    end(access);
                }
                case '}' -> closeFrom(number, code, at);
                case ';' -> end(brackets == base());
                case ',' -> {
                    add(c, number);
                    end(language == Braces.SCRIPT && brackets == base() && angles == 0);
                }
                default -> add(c, number);
            }
        }
        add(' ', number);
        end(language.lined && brackets == base() && !goesOn(number));
    }

    private boolean goesOn(int number) {
        int next = number + 1;
        while (next <= lines.count() && mask.line(next).isBlank() && next < number + DEEPEST) {
            next++;
        }
        return GOES_ON.matcher(head).find()
                || next <= lines.count() && WENT_ON.matcher(mask.line(next)).find();
    }

    private int base() {
        return open.isEmpty() ? 0 : open.getFirst().brackets();
    }

    private Definition inside() {
        return open.isEmpty() ? module : open.getFirst().inside();
    }

    private void end(boolean statement) {
        if (statement) {
            head.setLength(0);
            angles = 0;
        }
    }

    private void add(char c, int number) {
        boolean blank = Character.isWhitespace(c);
        if (head.isEmpty() && (blank || ",)];".indexOf(c) >= 0)) {
            brackets = c == ')' || c == ']' ? Math.max(0, brackets - 1) : brackets;
            return;
        }
        if (head.isEmpty()) {
            headLine = number;
        }
        switch (c) {
            case '(', '[' -> brackets++;
            case ')', ']' -> brackets = Math.max(0, brackets - 1);
            case '<' ->
                angles += Character.isJavaIdentifierPart(head.isEmpty() ? ' ' : head.charAt(head.length() - 1)) ? 1 : 0;
            case '>' -> angles = Math.max(0, angles - 1);
            default -> {}
        }
        if (head.length() < LONGEST_HEAD && !(blank && head.charAt(head.length() - 1) == ' ')) {
            head.append(blank ? ' ' : c);
        }
    }

    /** Go writes {@code interface{}} where others have a word. */
    private boolean emptyType(String code, int at) {
        return language == Braces.LINED
                && code.startsWith("}", at + 1)
                && at > 0
                && Character.isJavaIdentifierPart(code.charAt(at - 1));
    }

    private void open(int number) {
        Definition inside = inside();
        boolean inFunction = !open.isEmpty() && open.getFirst().inFunction();
        int begin = head.isEmpty() ? number : headLine;
        String words = head.toString().strip();
        Definition opened = open.size() >= DEEPEST || begin == latest
                ? null
                : BraceHeader.of(language, words, inFunction)
                        .map(header -> define(header, inside, begin, number, words))
                        .orElse(null);
        boolean body =
                opened == null ? inFunction || NAMELESS.matcher(words).find() : opened.kind == ChunkKind.FUNCTION;
        boolean argument = opened == null && open.size() < DEEPEST && (brackets > base() || angles > 0);
        open.push(new Frame(
                opened,
                opened == null ? inside : opened,
                body,
                indent(mask.line(begin)),
                brackets,
                argument ? head.toString() : "",
                begin));
        end(true);
    }

    private Definition define(BraceHeader header, Definition inside, int begin, int number, String words) {
        int least = inside.children.isEmpty() ? inside.headLine : inside.children.getLast().lastLine + 1;
        int first = begin;
        while (first - 1 >= Math.max(1, least) && mask.comment(first - 1)) {
            first--;
        }
        Definition made = inside.child(header.kind(), header.name(), indent(mask.line(begin)), first, begin);
        made.bodyLine = number;
        latest = begin;
        made.signature = cut(words);
        made.doc = first == begin ? "" : doc(first, begin);
        return made;
    }

    private String doc(int first, int end) {
        for (int number = first; number < end; number++) {
            String said =
                    COMMENT_SIGNS.matcher(lines.line(number)).replaceAll("").strip();
            if (said.chars().anyMatch(Character::isLetter)) {
                return cut(said);
            }
        }
        return "";
    }

    private static String cut(String text) {
        String line = SPACES.matcher(text).replaceAll(" ");
        return line.length() <= LONGEST_SIGNATURE ? line : line.substring(0, LONGEST_SIGNATURE);
    }

    private void closeFrom(int number, String code, int at) {
        int closed = code.substring(0, at).isBlank() ? opened(at) : 1;
        for (int i = 0; i < closed && !open.isEmpty(); i++) {
            close(number);
        }
    }

    /** How many braces, the innermost first, up to one that was opened as far from the left; 1 if there is none. */
    private int opened(int indent) {
        int count = 0;
        for (Frame frame : open) {
            count++;
            if (frame.indent() == indent) {
                return count;
            }
            if (count == DEEPEST) {
                return 1;
            }
        }
        return 1;
    }

    private void close(int number) {
        Frame frame = open.pop();
        brackets = frame.brackets();
        head.setLength(0);
        head.append(frame.head());
        headLine = frame.headLine();
        angles = 0;
        Definition definition = frame.definition();
        if (definition != null) {
            definition.lastLine = Math.max(definition.headLine, number);
        }
    }

    private static int indent(String code) {
        int at = 0;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }
}
