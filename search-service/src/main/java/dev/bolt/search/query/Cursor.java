package dev.bolt.search.query;

import dev.bolt.api.search.FileMatches;
import dev.bolt.api.search.MatchedLine;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import dev.bolt.search.text.PathOrder;
import java.util.List;
import java.util.Optional;

/**
 * The last line of a page, as {@code line:path}; it stays right when files change, since it names no place in an index.
 *
 * @param path of its file; empty before the first
 * @param line its number
 */
record Cursor(String path, int line) {
    static final Cursor START = new Cursor("", 0);

    /** @throws ProblemException BAD_REQUEST if it was not given out here */
    static Cursor parse(String text) {
        if (text.isEmpty()) {
            return START;
        }
        int colon = text.indexOf(':');
        try {
            var cursor = new Cursor(text.substring(colon + 1), Integer.parseInt(text, 0, Math.max(0, colon), 10));
            if (cursor.line < (cursor.path.isEmpty() ? 0 : 1)) {
                throw new NumberFormatException("no line: " + cursor.line);
            }
            return cursor;
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.BAD_REQUEST, "'%s' is no place to go on from".formatted(text), e)
                    .withField("after");
        }
    }

    /** Whether a file lies wholly before it. */
    boolean isAfter(String other) {
        return PathOrder.compare(other, path) < 0;
    }

    /** What lies behind it of this file; empty if nothing does. */
    Optional<FileMatches> rest(FileMatches file) {
        int order = PathOrder.compare(file.path(), path);
        if (order != 0) {
            return order < 0 ? Optional.empty() : Optional.of(file);
        }
        List<MatchedLine> left =
                file.lines().stream().filter(line -> line.line() > this.line).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new FileMatches(path, left, file.binaryOffset()));
    }

    @Override
    public String toString() {
        return line + ":" + path;
    }
}
