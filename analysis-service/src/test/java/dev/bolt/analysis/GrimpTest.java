package dev.bolt.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bolt.analysis.graph.ImportGraph;
import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.PythonModel;
import dev.bolt.analysis.syntax.PythonParser;
import dev.bolt.api.analysis.Dependency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * grimp is the oracle of import edges inside one package, where {@code python3} has it (its folder on
 * {@code PYTHONPATH} will do). By default the standard library's {@code unittest}; {@code -Dbolt.grimp.root=/path
 * -Dbolt.grimp.package=name} compares another.
 */
class GrimpTest {
    @Test
    void findsTheSameEdges() throws Exception {
        String name = System.getProperty("bolt.grimp.package", "unittest");
        String told = System.getProperty("bolt.grimp.root", "");
        Path root = Path.of(told.isEmpty() ? library() : told);
        String answer = Peer.output("python3", Peer.resource("/oracle/grimp_edges.py"), root.toString(), name)
                .orElse("");
        assumeTrue(!answer.isEmpty(), "no grimp here");
        Set<String> files = lines(answer, "M ");
        Set<String> wanted = lines(answer, "E ");
        wanted.removeIf(edge -> edge.substring(0, edge.indexOf(' ')).equals(edge.substring(edge.indexOf(' ') + 1)));
        var models = new ArrayList<FileModel>();
        for (Path file : Peer.pythonFiles(root.resolve(name))) {
            models.add(PythonModel.of(root.relativize(file).toString(), PythonParser.parse(Files.readAllBytes(file))));
        }
        var graph = new ImportGraph(models, Set.of());
        Set<String> ours = models.stream()
                .flatMap(model -> graph.dependencies(model.path()).stream().filter(each -> exists(root, model, each)))
                .filter(each -> each.to() != null && !each.to().equals(each.from()))
                .filter(each -> files.contains(each.from()) && files.contains(each.to()))
                .map(GrimpTest::edge)
                .collect(Collectors.toCollection(TreeSet::new));
        var missing = new TreeSet<>(wanted);
        missing.removeAll(ours);
        var extra = new TreeSet<>(ours);
        extra.removeAll(wanted);
        assertThat(missing).as("only grimp's").isEmpty();
        assertThat(extra).as("only ours").isEmpty();
        Files.writeString(Path.of("target/grimp.txt"), wanted.size() + " edges alike\n");
    }

    /** For a module that is not there grimp draws no edge; here the package that would look for it is imported. */
    private static boolean exists(Path root, FileModel file, Dependency dependency) {
        return file.imports().stream()
                .filter(imported -> imported.line() == dependency.line())
                .anyMatch(imported -> {
                    String path = imported.module().replace('.', '/');
                    return imported.level() > 0
                            || Files.isDirectory(root.resolve(path))
                            || Files.isRegularFile(root.resolve(path + ".py"));
                });
    }

    private static String library() throws Exception {
        return Peer.output("python3", "-c", "import os; print(os.path.dirname(os.__file__))")
                .orElse("none")
                .strip();
    }

    private static String edge(Dependency dependency) {
        return dependency.from() + " " + dependency.to();
    }

    private static Set<String> lines(String answer, String prefix) {
        return answer.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
