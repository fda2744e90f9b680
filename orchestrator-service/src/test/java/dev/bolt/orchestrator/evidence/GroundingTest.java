package dev.bolt.orchestrator.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.solve.Evidence;
import dev.bolt.api.solve.RankedFile;
import dev.bolt.orchestrator.Shop;
import dev.bolt.platform.workspace.WorkspaceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundingTest {
    @TempDir
    Path root;

    @BeforeEach
    void shop() throws IOException {
        Shop.copyTo(root);
    }

    @Test
    void givesEvidenceTheLinesThatAreOnDiskNow() throws IOException {
        Files.writeString(root.resolve("long.py"), "x = 1\n".repeat(50) + "y".repeat(500) + "\n");
        List<Evidence> evidence = ground(
                        List.of(), at("shop/cart.py", 2, 3), at("long.py", 3, 40), at("long.py", 51, 51))
                .evidence();
        assertThat(evidence.get(0).snippet()).isEqualTo("    def total(self):\n        return 1");
        assertThat(evidence.get(1).snippet().lines()).hasSize(12);
        assertThat(evidence.get(2).snippet()).hasSize(201).endsWith("…");
    }

    @Test
    void readsNothingOutsideTheWorkspaceAndNothingThatIsGone() throws IOException {
        Path outside = Files.writeString(root.resolveSibling("secret-" + root.getFileName()), "secret\n");
        Files.createSymbolicLink(root.resolve("link.py"), outside);
        assertThat(ground(List.of(), at("../" + outside.getFileName(), 1, 1), at("link.py", 1, 1), at("gone.py", 1, 1))
                        .evidence())
                .extracting(Evidence::snippet)
                .containsOnly("");
        Files.delete(outside);
    }

    @Test
    void countsTheWordsThatEachFileReallyHas() {
        Ranking ranking =
                ground(List.of("totals", "cart", "kubernetes"), at("shop/cart.py", 1, 1), at("shop/tax.py", 1, 1));
        assertThat(ranking.files().get(0).reasons()).containsExactly("first", "has 2 of 3 words: totals, cart");
        assertThat(ranking.files().get(1).reasons()).containsExactly("first");
        assertThat(ranking.cover()).isEqualTo(2.0 / 3);
    }

    private Ranking ground(List<String> words, Evidence... evidence) {
        List<RankedFile> files = List.of(evidence).stream()
                .map(one -> new RankedFile(one.path(), 1, List.of("first")))
                .toList();
        return Grounding.ground(
                WorkspaceRoot.open(root.toString()), words, new Ranking(files, List.of(evidence), false, 0.5, 0));
    }

    private static Evidence at(String path, int start, int end) {
        return new Evidence(path, start, end, "", 1, List.of("search"), "");
    }
}
