package dev.bolt.analysis.query;

import static dev.bolt.analysis.OpenIndexes.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.api.analysis.OutlineNode;
import dev.bolt.api.analysis.RelatedType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlineQueriesTest {
    @TempDir
    Path root;

    @TempDir
    Path data;

    private OpenIndexes open;
    private OutlineQueries queries;

    @BeforeEach
    void opens() {
        open = OpenIndexes.in(data);
        queries = new OutlineQueries(open.indexes());
    }

    @AfterEach
    void closes() {
        open.close();
    }

    private static String text(List<OutlineNode> nodes) {
        return nodes.stream()
                .map(node ->
                        node.symbol().name() + (node.children().isEmpty() ? "" : "(" + text(node.children()) + ")"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void definitionsLieInsideEachOther() throws Exception {
        OpenIndexes.write(root, Map.of("a.py", """
                LIMIT = 1
                class A:
                    size = 2
                    class B:
                        def c(self): pass
                    def d(self):
                        def e(): pass
                def A_other(): pass
                if LIMIT:
                    def g(): pass
                """, "empty.py", ""));
        open.built(root);
        assertThat(text(queries.outline(ID, "a.py").roots())).isEqualTo("LIMIT A(size B(c) d(e)) A_other g");
        assertThat(queries.outline(ID, "empty.py").roots()).isEmpty();
    }

    @Test
    void tellsAncestorsAndDescendantsAcrossFiles() throws Exception {
        OpenIndexes.write(
                root,
                Map.of(
                        "pkg/__init__.py", "from .base import Base as Root\n",
                        "pkg/base.py", "import abc\nclass Base(abc.ABC): pass\n",
                        "pkg/mid.py", "import pkg\nclass Mid(pkg.Root, Generic[int]): pass\n",
                        "low.py",
                                "from pkg.mid import Mid\nclass Low(Mid): pass\nclass Lower(Low, metaclass=M): pass\n",
                        "stranger.py", "from elsewhere import Mid\nclass Other(Mid): pass\n"));
        open.built(root);
        var mid = queries.hierarchy(ID, "Mid").types();
        assertThat(mid).hasSize(1);
        assertThat(mid.getFirst().ancestors())
                .extracting(RelatedType::name, RelatedType::distance)
                .contains(
                        org.assertj.core.api.Assertions.tuple("Generic", 1),
                        org.assertj.core.api.Assertions.tuple("Base", 1),
                        org.assertj.core.api.Assertions.tuple("abc.ABC", 2));
        assertThat(mid.getFirst().descendants())
                .extracting(RelatedType::name, each -> each.span().path(), RelatedType::distance)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Low", "low.py", 1),
                        org.assertj.core.api.Assertions.tuple("Lower", "low.py", 2));
    }

    @Test
    void aCircleOfInheritanceEnds() throws Exception {
        OpenIndexes.write(
                root,
                Map.of("a.py", "class A(B): pass\nclass B(A): pass\n", "b.py", "from b import X\nclass C(X): pass\n"));
        open.built(root);
        assertThat(queries.hierarchy(ID, "A").types().getFirst().descendants())
                .extracting(RelatedType::name)
                .containsExactly("B");
        assertThat(queries.hierarchy(ID, "C").types().getFirst().ancestors())
                .containsExactly(new RelatedType("X", null, 1));
        assertThat(queries.hierarchy(ID, "nobody").types()).isEmpty();
    }

    @Test
    void javaTypesInheritToo() throws Exception {
        OpenIndexes.write(
                root,
                Map.of(
                        "src/org/a/Base.java", "package org.a; public class Base<T> {}",
                        "src/org/b/Heir.java",
                                "package org.b; import org.a.Base; class Heir extends Base<String> implements Runnable {}"));
        open.built(root);
        assertThat(queries.hierarchy(ID, "Heir").types().getFirst().ancestors())
                .extracting(RelatedType::name)
                .containsExactlyInAnyOrder("Base", "Runnable");
        assertThat(queries.hierarchy(ID, "Base").types().getFirst().descendants())
                .extracting(RelatedType::name)
                .containsExactly("Heir");
    }
}
