package dev.bolt.analysis.query;

import static dev.bolt.analysis.OpenIndexes.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.api.analysis.AffectedFile;
import dev.bolt.api.analysis.ChangeKind;
import dev.bolt.api.analysis.ChangeQuery;
import dev.bolt.api.analysis.ChangeResult;
import dev.bolt.api.analysis.ChangedFile;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.platform.problem.Problem;
import dev.bolt.platform.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeQueriesTest {
    private static final String PRICES = """
            RATE = 1

            def gross(net):
                # tax
                return net * RATE

            class Price:
                def net(self):
                    return 1

                def shown(self):
                    return gross(self.net())
            """;

    /** Changes {@code gross} alone. */
    private static final String DIFF = """
            diff --git a/shop/prices.py b/shop/prices.py
            index 1111111..2222222 100644
            --- a/shop/prices.py
            +++ b/shop/prices.py
            @@ -3,5 +3,5 @@ RATE = 1
             def gross(net):
                 # tax
            -    return net * RATE
            +    return net + RATE

             class Price:
            """;

    @TempDir
    Path root;

    @TempDir
    Path data;

    private OpenIndexes open;
    private ChangeQueries queries;

    @BeforeEach
    void opens() throws Exception {
        open = OpenIndexes.in(data);
        queries = new ChangeQueries(open.indexes());
        OpenIndexes.write(
                root,
                Map.of(
                        "shop/__init__.py", "",
                        "shop/prices.py", PRICES,
                        "shop/cart.py", "from shop.prices import gross\n\ndef total():\n    return gross(2)\n",
                        "shop/page.py", "from shop.cart import total\nprint(total())\n",
                        "shop/kind.py", "from shop.prices import Price\nprint(Price)\n",
                        "other.py", "def gross():\n    pass\ngross()\n"));
        open.built(root);
    }

    @AfterEach
    void closes() {
        open.close();
    }

    @Test
    void namesTheDefinitionThatIsToChangeAndItsUsersFirst() {
        ChangeResult result = changes(DIFF);
        ChangedFile changed = result.changed().getFirst();
        assertThat(changed.change()).isEqualTo(ChangeKind.MODIFIED);
        assertThat(changed.exact()).isTrue();
        assertThat(changed.wide()).isFalse();
        assertThat(changed.definitions()).extracting(Symbol::qualifiedName).containsExactly("gross");
        assertThat(result.affected())
                .extracting(AffectedFile::path, AffectedFile::distance)
                .containsExactly(
                        tuple("shop/prices.py", 0),
                        tuple("shop/cart.py", 1),
                        tuple("shop/kind.py", 1),
                        tuple("shop/page.py", 2));
        assertThat(result.affected().get(1).uses())
                .extracting(use -> use.span().startLine(), use -> use.within())
                .containsExactly(tuple(1, ""), tuple(4, "total"));
        assertThat(result.affected().get(2).uses()).isEmpty();
        assertThat(result.total()).isEqualTo(4);
        assertThat(result.complete()).isTrue();
    }

    @Test
    void seesTheSameOnceTheDiffIsApplied() throws Exception {
        ChangeResult before = changes(DIFF);
        Files.writeString(root.resolve("shop/prices.py"), PRICES.replace("net * RATE", "net + RATE"));
        ChangeResult after = changes(DIFF);
        assertThat(after.changed()).isEqualTo(before.changed());
        assertThat(after.affected()).isEqualTo(before.affected());
    }

    @Test
    void countsAllOfAFileThatTheDiffDoesNotFit() {
        ChangedFile changed =
                changes(DIFF.replace("# tax", "# no tax")).changed().getFirst();
        assertThat(changed.exact()).isFalse();
        assertThat(changed.wide()).isTrue();
        assertThat(changed.definitions()).extracting(Symbol::qualifiedName).containsExactly("RATE", "gross", "Price");
    }

    @Test
    void findsWhoStillUsesWhatWasRemoved() throws Exception {
        Files.writeString(
                root.resolve("shop/prices.py"),
                PRICES.replace("def gross(net):\n    # tax\n    return net * RATE\n", ""));
        ChangeResult result = changes("""
                --- a/shop/prices.py
                +++ b/shop/prices.py
                @@ -1,7 +1,4 @@
                 RATE = 1

                -def gross(net):
                -    # tax
                -    return net * RATE

                 class Price:
                """);
        assertThat(result.changed().getFirst().removed()).containsExactly("gross");
        assertThat(result.changed().getFirst().exact()).isTrue();
        assertThat(result.affected().getFirst().path()).isIn("shop/cart.py", "shop/prices.py");
        assertThat(result.affected())
                .filteredOn(file -> file.path().equals("shop/cart.py"))
                .singleElement()
                .satisfies(file -> assertThat(file.uses()).isNotEmpty());
    }

    @Test
    void tellsAMethodFromItsClassAndABlankLineFromCode() throws Exception {
        String edited =
                PRICES.replace("        return 1\n", "        return 2\n").replace("RATE = 1\n", "RATE = 1\n\n");
        Files.writeString(root.resolve("shop/prices.py"), edited);
        ChangedFile changed = changes("""
                        --- a/shop/prices.py
                        +++ b/shop/prices.py
                        @@ -1,3 +1,4 @@
                         RATE = 1
                        +

                         def gross(net):
                        @@ -8,3 +9,3 @@ class Price:
                             def net(self):
                        -        return 1
                        +        return 2

                        """).changed().getFirst();
        assertThat(changed.exact()).isTrue();
        assertThat(changed.wide()).isFalse();
        assertThat(changed.definitions()).extracting(Symbol::qualifiedName).containsExactly("Price.net");
    }

    @Test
    void knowsFilesThatComeAndGo() throws Exception {
        Files.delete(root.resolve("shop/cart.py"));
        ChangeResult result = changes("""
                diff --git a/shop/cart.py b/shop/cart.py
                deleted file mode 100644
                --- a/shop/cart.py
                +++ /dev/null
                @@ -1,4 +0,0 @@
                -from shop.prices import gross
                -
                -def total():
                -    return gross(2)
                diff --git a/shop/new.txt b/shop/new.txt
                new file mode 100644
                --- /dev/null
                +++ b/shop/new.txt
                @@ -0,0 +1 @@
                +text
                """);
        assertThat(result.changed())
                .extracting(ChangedFile::path, ChangedFile::change, ChangedFile::known)
                .containsExactly(
                        tuple("shop/cart.py", ChangeKind.DELETED, false),
                        tuple("shop/new.txt", ChangeKind.ADDED, false));
        assertThat(result.changed().getFirst().removed()).containsExactly("total");
    }

    /** As {@code diff.noprefix} has git print it. */
    @Test
    void aDiffWithoutPrefixesIsOfTheSameFiles() {
        ChangeResult same = changes(DIFF.replace(" a/", " ").replace(" b/", " "));
        assertThat(same.changed()).isEqualTo(changes(DIFF).changed());
        assertThat(same.affected()).isEqualTo(changes(DIFF).affected()).isNotEmpty();
        var others = changes("""
                diff --git shop/cart.py shop/cart.py
                deleted file mode 100644
                --- shop/cart.py
                +++ /dev/null
                @@ -1 +0,0 @@
                -x = 1
                diff --git "shop/\\303\\274 1.py" "shop/\\303\\274 1.py"
                new file mode 100644
                --- /dev/null
                +++ "shop/\\303\\274 1.py"
                @@ -0,0 +1 @@
                +x = 1
                """).changed();
        assertThat(others)
                .extracting(ChangedFile::path, ChangedFile::change)
                .containsExactly(tuple("shop/cart.py", ChangeKind.DELETED), tuple("shop/ü 1.py", ChangeKind.ADDED));
    }

    @Test
    void refusesWhatIsNoDiffAndReadsNothingOutside() {
        for (String text : new String[] {"hello", "--- a\n", "@@ -1 +1 @@\n-x\n+y\n"}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> changes(text))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.BAD_REQUEST))
                    .satisfies(e -> assertThat(e.field()).isEqualTo("diff"));
        }
        ChangedFile outside = changes(DIFF.replace("shop/prices.py", "../../etc/passwd"))
                .changed()
                .getFirst();
        assertThat(outside.known()).isFalse();
        assertThat(outside.definitions()).isEmpty();
    }

    private ChangeResult changes(String diff) {
        return queries.changes(new ChangeQuery(ID, diff, 0));
    }
}
