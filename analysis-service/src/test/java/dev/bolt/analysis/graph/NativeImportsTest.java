package dev.bolt.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.analysis.OpenIndexes;
import dev.bolt.api.analysis.Dependency;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports of Go, Rust, C and C++, which name packages, modules and headers. */
class NativeImportsTest {
    private static final Map<String, String> GO = Map.of(
            "go.mod", "// ours\nmodule example.org/app\n\ngo 1.22\n",
            "run.go", "package app",
            "net/a.go", "package net",
            "net/b.go", "package net",
            "net/a_test.go", "package net",
            "tools/go.mod", "module example.org/app/tools\n",
            "tools/gen/gen.go", "package gen",
            "cmd/vendor/github.com/x/y/y.go", "package y");

    private static final Map<String, String> RUST = Map.ofEntries(
            Map.entry("Cargo.toml", "[workspace]\nmembers = [\"core\", \"http-util\"]\n"),
            Map.entry("core/Cargo.toml", "[package]\nname = \"core\"\n"),
            Map.entry("core/src/lib.rs", ""),
            Map.entry("core/src/net.rs", ""),
            Map.entry("core/src/net/tcp.rs", ""),
            Map.entry("core/src/disk/mod.rs", ""),
            Map.entry("core/src/disk/page.rs", ""),
            Map.entry("http-util/Cargo.toml", "[package]\nversion = \"1\"\nname = \"http-util\"\n"),
            Map.entry("http-util/src/lib.rs", ""),
            Map.entry("http-util/src/header.rs", ""),
            Map.entry("bin/main.rs", ""),
            Map.entry("bin/flags/mod.rs", ""),
            Map.entry("bin/flags/parse.rs", ""));

    private static final Map<String, String> C = Map.of(
            "include/linux/list.h", "",
            "lib/util.h", "",
            "lib/util.c", "",
            "arch/x86/include/asm/page.h", "",
            "arch/arm/include/asm/page.h", "",
            "deep/down/only.hpp", "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "example.org/app, run.go",
        "example.org/app/net, net/a.go net/b.go",
        "example.org/app/tools/gen, tools/gen/gen.go",
        "github.com/x/y, cmd/vendor/github.com/x/y/y.go",
        "example.org/app/none,",
        "example.org/apple,",
        "net/http,",
    })
    void findsTheFilesOfAGoPackage(String written, String files) throws IOException {
        check(GO, "cmd/main.go", "package main\nimport x \"" + written + "\"\n", written, files);
    }

    @ParameterizedTest
    @CsvSource({
        "core/src/lib.rs, mod net;, self::net, core/src/net.rs",
        "core/src/net.rs, mod tcp;, self::tcp, core/src/net/tcp.rs",
        "core/src/net/tcp.rs, use crate::disk::page::Page;, crate::disk::page::Page, core/src/disk/page.rs",
        "core/src/net/tcp.rs, use crate::Root;, crate::Root, core/src/lib.rs",
        "core/src/net/tcp.rs, use super::Conn;, super::Conn, core/src/net.rs",
        "core/src/net/tcp.rs, use super::super::Root;, super::super::Root, core/src/lib.rs",
        "core/src/disk/page.rs, use super::Disk;, super::Disk, core/src/disk/mod.rs",
        "core/src/disk/page.rs, use http_util::header::Map;, http_util::header::Map, http-util/src/header.rs",
        "core/src/disk/page.rs, use http_util as h;, http_util, http-util/src/lib.rs",
        "core/src/disk/page.rs, mod a { use super::super::Disk; }, super::Disk, core/src/disk/mod.rs",
        "core/src/disk/mod.rs, use page::Page;, page::Page, core/src/disk/page.rs",
        "bin/flags/parse.rs, use crate::flags::Flag;, crate::flags::Flag, bin/flags/mod.rs",
        "core/src/net.rs, use std::io;, std::io,",
        "core/src/net.rs, use self::own;, self::own,",
        "core/tests/it.rs, use core::net::Conn;, core::net::Conn, core/src/net.rs",
    })
    void findsTheFileOfARustPath(String from, String source, String written, String file) throws IOException {
        check(RUST, from, "\n" + source + "\n", 2, written, file);
    }

    @ParameterizedTest
    @CsvSource({
        "lib/util.c, util.h, lib/util.h",
        "lib/util.c, ../lib/util.h, lib/util.h",
        "arch/x86/mm/init.c, linux/list.h, include/linux/list.h",
        "arch/x86/mm/init.c, asm/page.h, arch/x86/include/asm/page.h",
        "kernel/fork.c, asm/page.h,",
        "kernel/fork.c, only.hpp, deep/down/only.hpp",
        "kernel/fork.c, stdio.h,",
        "kernel/fork.c, ../../../etc/passwd,",
    })
    void findsAnIncludedFile(String from, String written, String file) throws IOException {
        check(C, from, "#include <" + written + ">\n", 1, written, file);
        check(C, from, "#include \"" + written + "\"\n", 1, written, file);
    }

    @Test
    void modulesOfRustMayImportEachOtherAndHeadersMayNot() throws IOException {
        Path root = folder.resolve("w");
        OpenIndexes.write(root, RUST);
        OpenIndexes.write(
                root, Map.of("core/src/lib.rs", "mod net;\nstruct Root;", "core/src/net.rs", "use crate::Root;"));
        OpenIndexes.write(root, Map.of("c/a.h", "#include \"b.h\"\n", "c/b.h", "#include \"a.h\"\n"));
        try (var open = OpenIndexes.in(folder.resolve("data"))) {
            var model = open.built(root);
            assertThat(model.graph().cycles())
                    .extracting(cycle -> cycle.paths().getFirst() + " " + cycle.runtime())
                    .containsExactlyInAnyOrder("core/src/lib.rs false", "c/a.h true");
        }
    }

    private void check(Map<String, String> files, String from, String source, String written, String found)
            throws IOException {
        check(files, from, source, 2, written, found);
    }

    private void check(Map<String, String> files, String from, String source, int line, String written, String found)
            throws IOException {
        Path root = folder.resolve("w");
        OpenIndexes.write(root, files);
        OpenIndexes.write(root, Map.of(from, source));
        List<Dependency> expected = Arrays.stream(found == null ? new String[] {null} : found.split(" "))
                .map(file -> new Dependency(from, file, written, line, "top"))
                .toList();
        try (var open = OpenIndexes.in(folder.resolve("data"))) {
            assertThat(open.built(root).graph().dependencies(from)).isEqualTo(expected);
        }
    }
}
