package dev.bolt.analysis.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.OpenIndexes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sure a use is in languages whose packages and re-exports lead from one file to another. */
class LanguageReferencesTest {
    @TempDir
    Path folder;

    @Test
    void goFilesOfOnePackageSeeEachOther() throws IOException {
        check(
                "Dial",
                Map.of(
                        "go.mod", "module x.org/m",
                        "net/conn.go", "package net\nfunc Dial() {}\n",
                        "net/a.go", "package net\nfunc a() { Dial() }\n",
                        "net/deep/b.go", "package deep\nfunc b() { Dial() }\n",
                        "main.go", "package main\nimport \"x.org/m/net\"\nfunc main() { net.Dial() }\n"),
                "main.go:3 call 1.0",
                "net/a.go:2 call 1.0",
                "net/deep/b.go:2 call 0.2");
    }

    @Test
    void javaClassesOfOnePackageSeeEachOther() throws IOException {
        check(
                "Dial",
                Map.of(
                        "a/Dial.java", "package a; class Dial {}",
                        "a/Use.java", "package a; class Use { Object o = new Dial(); }",
                        "b/Use.java", "package b; class Use { Object o = new Dial(); }",
                        "b/Import.java", "package b; import a.Dial; class Import { Object o = new Dial(); }"),
                "a/Use.java:1 call 1.0",
                "b/Import.java:1 import 1.0",
                "b/Import.java:1 call 1.0",
                "b/Use.java:1 call 0.2");
    }

    @Test
    void aNameHandedOnIsTheSame() throws IOException {
        check(
                "dial",
                Map.of(
                        "lib/dial.ts", "export function dial() {}",
                        "lib/net.ts", "export * from './dial'",
                        "index.ts", "export { dial } from './lib/net'",
                        "main.ts", "import { dial } from '.'\ndial()",
                        "other.ts", "import { dial } from 'elsewhere'\ndial()",
                        "pkg/__init__.py", "from .impl import dial\n",
                        "pkg/impl.py", "def dial(): pass\n",
                        "use.py", "import pkg\npkg.dial()\n"),
                "index.ts:1 import 1.0",
                "main.ts:1 import 1.0",
                "main.ts:2 call 1.0",
                "other.ts:1 import 0.2",
                "other.ts:2 call 0.2",
                "pkg/__init__.py:1 import 1.0",
                "use.py:2 call 1.0");
    }

    @Test
    void linkersFindFunctionsOfCByTheirNameAlone() throws IOException {
        check(
                "dial",
                Map.of(
                        "dial.c", "int dial(void) { return 1; }\nint again(void) { return dial(); }\n",
                        "main.c", "int main(void) { return dial(); }\n"),
                "dial.c:2 call 1.0",
                "main.c:1 call 0.4");
    }

    private void check(String name, Map<String, String> files, String... expected) throws IOException {
        Path root = folder.resolve("w");
        OpenIndexes.write(root, files);
        try (var open = OpenIndexes.in(folder.resolve("data"))) {
            assertThat(new ReferenceFinder(open.built(root), name).find())
                    .extracting(each -> "%s:%d %s %s"
                            .formatted(each.span().path(), each.span().startLine(), each.kind(), each.confidence()))
                    .containsExactly(expected);
        }
    }
}
