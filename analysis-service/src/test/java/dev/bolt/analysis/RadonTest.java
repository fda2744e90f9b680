package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.analysis.symbol.Complexity;
import dev.bolt.analysis.syntax.Lines;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.analysis.syntax.Statement;
import dev.bolt.analysis.syntax.Walk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * radon is the oracle of complexity, by default on one package of the standard library; {@code -Dbolt.radon.root=/path}
 * compares more. Radon leaves out classes and functions inside functions, and files that its Python cannot parse.
 */
class RadonTest {
    @Test
    void agreesWithRadonOnEveryFunctionAndClass() throws Exception {
        Path root = root();
        assumeTrue(Files.isDirectory(root), "no python3 with a standard library");
        String answer = Peer.output("radon", "cc", "-j", root.toString()).orElse("");
        assumeTrue(!answer.isEmpty(), "no radon here");
        var differences = new ArrayList<String>();
        int compared = 0;
        for (Map.Entry<String, JsonNode> file :
                JsonMapper.shared().readTree(answer).properties()) {
            if (!file.getValue().isArray()) {
                continue;
            }
            Map<String, Set<Integer>> ours = ours(Path.of(file.getKey()));
            for (JsonNode block : file.getValue()) {
                String key =
                        block.get("name").asString() + " " + block.get("lineno").asInt();
                int wanted = block.get("complexity").asInt();
                compared++;
                if (!ours.getOrDefault(key, Set.of()).contains(wanted)) {
                    differences.add("%s %s: radon %d, ours %s".formatted(file.getKey(), key, wanted, ours.get(key)));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isPositive();
        Files.writeString(Path.of("target/radon.txt"), compared + " definitions alike\n");
    }

    private static Path root() throws Exception {
        String told = System.getProperty("bolt.radon.root", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        List<String> script = List.of("python3", "-c", "import email; print(email.__path__[0])");
        return Path.of(Peer.output(script.toArray(String[]::new)).orElse("none").strip());
    }

    /** Complexities by name and line of {@code def} or {@code class}: one line may hold several of one name. */
    private static Map<String, Set<Integer>> ours(Path file) throws Exception {
        var ours = new HashMap<String, Set<Integer>>();
        Walk.statements(PythonParser.parse(Files.readAllBytes(file)).body(), statement -> {
            switch (statement) {
                case Statement.FunctionDef def -> add(ours, def.name(), def.lines(), Complexity.of(def));
                case Statement.ClassDef def -> add(ours, def.name(), def.lines(), new Complexity().of(def));
                default -> {}
            }
        });
        return ours;
    }

    private static void add(Map<String, Set<Integer>> into, String name, Lines lines, int complexity) {
        into.computeIfAbsent(name + " " + lines.first(), _ -> new HashSet<>()).add(complexity);
    }
}
