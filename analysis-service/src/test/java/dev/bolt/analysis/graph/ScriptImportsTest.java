package dev.bolt.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.analysis.ingest.CodeModel;
import dev.bolt.api.analysis.Dependency;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptImportsTest {
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("package.json", "{\"name\": \"root\", \"workspaces\": [\"packages/*\"]}"),
            Map.entry("tsconfig.base.json", "{\"compilerOptions\": {\"paths\": {\"@/*\": [\"./app/*\"]}}} // base"),
            Map.entry("tsconfig.json", "{\"extends\": \"./tsconfig.base\", /* c */ \"include\": [\"app\",],}"),
            Map.entry("app/util.ts", "export const a = 1"),
            Map.entry("app/util.d.ts", "export const a: number"),
            Map.entry("app/view.tsx", "export const v = <p/>"),
            Map.entry("app/dir/index.js", ""),
            Map.entry("app/old.js", ""),
            Map.entry("app/both.js", ""),
            Map.entry("app/both/index.ts", ""),
            Map.entry("packages/core/package.json", "{\"name\": \"@x/core\", \"main\": \"dist/core.js\"}"),
            Map.entry("packages/core/src/index.ts", ""),
            Map.entry("packages/core/src/deep.ts", ""),
            Map.entry("packages/tool/package.json", "{\"name\": \"tool\", \"main\": \"lib/main\"}"),
            Map.entry("packages/tool/lib/main.js", ""));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "./util, app/util.ts",
        "./util.js, app/util.ts",
        "./view, app/view.tsx",
        "./dir, app/dir/index.js",
        "./dir/, app/dir/index.js",
        "./both, app/both.js",
        "../app/old.js, app/old.js",
        "./old?raw, app/old.js",
        "@/util, app/util.ts",
        "@x/core, packages/core/src/index.ts",
        "@x/core/deep, packages/core/src/deep.ts",
        "@x/core/src/deep, packages/core/src/deep.ts",
        "tool, packages/tool/lib/main.js",
        "./missing,",
        "../../outside,",
        "react,",
        "node:fs,",
    })
    void findsTheFileOfAModule(String written, String file) throws IOException {
        OpenIndexes.write(folder.resolve("w"), FILES);
        OpenIndexes.write(folder.resolve("w"), Map.of("app/main.ts", "import x from '" + written + "';\n"));
        try (var open = OpenIndexes.in(folder.resolve("data"))) {
            CodeModel model = open.built(folder.resolve("w"));
            assertThat(model.graph().dependencies("app/main.ts"))
                    .containsExactly(new Dependency("app/main.ts", file, written, 1, "top"));
        }
    }

    @Test
    void followsAChangeOfTheProjectFile() throws IOException {
        Path root = folder.resolve("w");
        OpenIndexes.write(root, FILES);
        OpenIndexes.write(
                root, Map.of("app/main.ts", "import '@/util'; import './main'; import type { A } from './view'"));
        try (var open = OpenIndexes.in(folder.resolve("data"))) {
            assertThat(open.built(root).graph().dependencies("app/main.ts"))
                    .extracting(Dependency::to, Dependency::context)
                    .containsExactly(
                            org.assertj.core.api.Assertions.tuple("app/util.ts", "top"),
                            org.assertj.core.api.Assertions.tuple(null, "top"),
                            org.assertj.core.api.Assertions.tuple("app/view.tsx", "type-checking"));
            OpenIndexes.write(root, Map.of("tsconfig.base.json", "{}"));
            assertThat(open.built(root).graph().dependencies("app/main.ts"))
                    .extracting(Dependency::to)
                    .containsExactly(null, null, "app/view.tsx");
        }
    }
}
