package dev.bolt.analysis.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses any text as Python and always returns a tree: a statement that is not Python becomes {@link Statement.Broken}
 * and a {@link SyntaxProblem}, and parsing goes on with the next one. Stateless, safe for many threads; needs at most
 * 512 KiB of stack whatever the source.
 */
public final class PythonParser {
    private PythonParser() {}

    /** The tree of a file's bytes, decoded as PEP 263 says. */
    public static Module parse(byte[] bytes) {
        SourceDecoder.Decoded decoded = SourceDecoder.decode(bytes);
        return parse(decoded.text(), decoded.problem());
    }

    /** The tree of a text. */
    public static Module parse(String source) {
        return parse(source.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Module parse(byte[] source, @Nullable String encodingProblem) {
        Tokens tokens = Tokenizer.of(source);
        var problems = new ArrayList<SyntaxProblem>();
        if (encodingProblem != null) {
            problems.add(new SyntaxProblem(1, encodingProblem));
        }
        List<Statement> body = new StatementParser(new TokenCursor(tokens), problems).module();
        problems.sort(Comparator.comparingInt(SyntaxProblem::line));
        tokens.leave();
        return new Module(
                body, List.copyOf(problems), tokens.lines(), tokens.silences, tokens.counts(), tokens.mentions);
    }
}
