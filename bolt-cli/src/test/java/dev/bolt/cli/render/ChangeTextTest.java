package dev.bolt.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.api.analysis.AffectedFile;
import dev.bolt.api.analysis.ChangeKind;
import dev.bolt.api.analysis.ChangeResult;
import dev.bolt.api.analysis.ChangedFile;
import dev.bolt.api.analysis.Reference;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import dev.bolt.api.index.Freshness;
import dev.bolt.cli.console.Palette;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTextTest {
    @Test
    void showsWhatChangesWhoUsesItAndWhoDependsOnIt() {
        var gross =
                new Symbol("gross", "gross", SymbolKind.FUNCTION, new SourceSpan("prices.py", 3, 5), "(net)", null, 1);
        var result = new ChangeResult(
                List.of(
                        new ChangedFile(
                                "prices.py", ChangeKind.MODIFIED, true, true, true, List.of(gross), List.of("tax")),
                        new ChangedFile("README", ChangeKind.ADDED, false, false, true, List.of(), List.of())),
                List.of(
                        new AffectedFile(
                                "cart.py",
                                1,
                                "prices.py",
                                List.of(
                                        new Reference(new SourceSpan("cart.py", 4, 4), "total", "call", 1),
                                        new Reference(new SourceSpan("cart.py", 9, 9), "", "read", 0.4))),
                        new AffectedFile("page.py", 2, "cart.py", List.of())),
                2,
                true,
                new Freshness(Instant.EPOCH, 0));
        assertThat(new ChangeText(Palette.PLAIN).of(result)).isEqualTo("""
                modified  prices.py  gross, tax (removed), lines outside of definitions
                added  README  not in the code model
                  1  cart.py
                       4  call in total
                       9  read (40 % sure)
                  2  page.py  via cart.py
                2 files may break
                """);
    }
}
