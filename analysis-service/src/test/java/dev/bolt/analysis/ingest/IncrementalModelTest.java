package dev.bolt.analysis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.analysis.symbol.FileModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.springframework.util.FileSystemUtils;

class IncrementalModelTest {
    private static final List<String> PLACES = List.of(
            "a.py",
            "b.py",
            "pkg/__init__.py",
            "pkg/a.py",
            "pkg/c.py",
            "src/b.py",
            "bolt.yaml",
            ".ignore",
            "pkg/in/d.py");
    private static final List<String> TEXTS = List.of(
            "import a\nimport b\n",
            "from pkg import a, c\ndef f(x=[]): pass\n",
            "from . import a\nfrom .c import f as g\nclass C(g): pass\n",
            "def f(:\nimport pkg.c\n",
            "def _unused(): pass\nimport c\n",
            "c.py\nin/\n/b.py\n",
            "contracts: [{name: x, type: independence, modules: [a, b, pkg]}]\n");

    private static final List<String> NAMES = List.of("a", "b", "c", "pkg", "f", "C", "_unused", "__init__");

    /** Each step is a place, what happens to it or its folder, and a text or another place. */
    @Property(tries = 30)
    void afterAnyChangesTheModelIsThatOfAColdBuild(
            @ForAll @NotEmpty @Size(max = 8) List<@NotEmpty @Size(max = 4) List<@IntRange(max = 251) Integer>> rounds)
            throws IOException {
        Path root = Files.createTempDirectory("incremental");
        Path data = Files.createTempDirectory("incremental-data");
        Path cold = Files.createTempDirectory("incremental-cold");
        try (var open = OpenIndexes.in(data)) {
            String incremental = "";
            for (List<Integer> round : rounds) {
                for (int step : round) {
                    change(root, step);
                }
                if (incremental.isEmpty()) {
                    open.built(root);
                }
                incremental = text(open.indexes().current(OpenIndexes.ID).model());
            }
            try (var fresh = OpenIndexes.in(cold)) {
                assertThat(incremental).isEqualTo(text(fresh.built(root)));
            }
        } finally {
            for (Path folder : List.of(root, data, cold)) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private static void change(Path root, int step) throws IOException {
        Path place = root.resolve(PLACES.get(step % PLACES.size()));
        int other = step / PLACES.size() % TEXTS.size();
        Files.createDirectories(place.getParent());
        switch (step / PLACES.size() / TEXTS.size()) {
            case 0, 1 -> Files.writeString(place, TEXTS.get(other));
            case 2 -> {
                Path folder = place.getParent();
                Path moved = root.resolve("moved");
                if (!folder.equals(root) && Files.notExists(moved)) {
                    Files.move(folder, moved);
                } else if (!folder.equals(root)) {
                    FileSystemUtils.deleteRecursively(folder);
                    Files.createDirectories(folder.getParent());
                    Files.move(moved, folder);
                }
            }
            default -> {
                Path target = root.resolve(PLACES.get(other));
                if (Files.exists(place) && !place.equals(target)) {
                    Files.createDirectories(target.getParent());
                    Files.move(place, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.deleteIfExists(place);
                }
            }
        }
    }

    private static List<String> paths(List<FileModel> files) {
        return files.stream().map(FileModel::path).toList();
    }

    private static String text(CodeModel model) {
        return model.files().values().stream()
                        .map(file -> String.join(
                                "\n",
                                file.model().toString(),
                                model.graph().dependencies(file.model().path()).toString(),
                                model.graph().dependents(file.model().path()).toString(),
                                model.findings(file).toString()))
                        .collect(Collectors.joining("\n"))
                + NAMES.stream()
                        .map(name -> "\n" + name + paths(model.defining(name)) + paths(model.mentioning(name)))
                        .collect(Collectors.joining())
                + model.graph().cycles()
                + model.contracts().check(model.graph());
    }
}
