package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.analysis.language.Language;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.api.analysis.SymbolKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * TypeScript's own parser is the oracle of scripts that it does not refuse, where {@code node} has it:
 * {@code -Dbolt.typescript=/path/to/the/package}. By default files with all forms; {@code -Dbolt.typescript.root}
 * compares others.
 */
class TypeScriptTest {
    @Test
    void findsTheSameDefinitionsUsesAndImports() throws Exception {
        String answer = Peer.output(
                        "node",
                        Peer.resource("/oracle/typescript.js"),
                        System.getProperty("bolt.typescript", "typescript"),
                        System.getProperty("bolt.typescript.root", "src/test/resources/script"))
                .orElse("");
        assumeTrue(!answer.isEmpty(), "no TypeScript here");
        int alike = 0;
        int files = 0;
        var differences = new ArrayList<String>();
        for (String part : answer.split("(?m)^FILE ")) {
            List<String> lines = part.lines().toList();
            if (lines.isEmpty() || lines.getFirst().endsWith(" INVALID")) {
                continue;
            }
            byte[] source = Files.readAllBytes(Path.of(lines.getFirst()));
            if (Language.isMinified(source)) {
                continue;
            }
            var wanted = new TreeSet<>(lines.subList(1, lines.size()));
            TreeSet<String> ours = facts(model(lines.getFirst(), source));
            wanted.stream().filter(fact -> !ours.contains(fact)).forEach(fact -> differences.add("- " + fact));
            ours.stream().filter(fact -> !wanted.contains(fact)).forEach(fact -> differences.add("+ " + fact));
            wanted.retainAll(ours);
            alike += wanted.size();
            files++;
        }
        assertThat(files).isPositive();
        assertThat(differences).isEmpty();
        Files.writeString(Path.of("target/typescript.txt"), "%d facts of %d files alike%n".formatted(alike, files));
    }

    private static FileModel model(String path, byte[] source) {
        return Language.of(path)
                .orElseThrow()
                .read(path, source, Duration.ofMinutes(1))
                .orElseThrow();
    }

    private static String last(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }

    private static TreeSet<String> facts(FileModel model) {
        var facts = new TreeSet<String>();
        model.symbols().stream()
                .filter(symbol -> symbol.kind() != SymbolKind.VARIABLE)
                .forEach(symbol ->
                        facts.add("D " + symbol.name() + " " + symbol.span().endLine()));
        model.uses().forEach(use -> facts.add((use.call() ? "C " : "T ") + use.name() + " " + use.line()));
        model.heritage().forEach(each -> facts.add("H " + last(each.type()) + " " + each.base()));
        model.imports().forEach(each -> facts.add("I " + each.module() + " " + each.line()));
        return facts;
    }
}
