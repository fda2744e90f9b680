package dev.bolt.analysis.grammar;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Parses with one grammar. Safe for many threads; all native memory of a call is free when it returns. How deeply the
 * source nests does not matter: neither tree-sitter nor the copying recurses.
 */
final class Parser {
    private static final MemorySegment READ;
    private static final MemorySegment PROGRESS;

    static {
        try {
            var lookup = MethodHandles.lookup();
            Linker linker = Linker.nativeLinker();
            MethodHandle read = lookup.findStatic(Parser.class, "read", TreeSitter.READ.toMethodType());
            MethodHandle progress = lookup.findStatic(Parser.class, "late", TreeSitter.PROGRESS.toMethodType());
            READ = linker.upcallStub(read, TreeSitter.READ, Arena.global());
            PROGRESS = linker.upcallStub(progress, TreeSitter.PROGRESS, Arena.global());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Both methods are below", impossible);
        }
    }

    private final TreeSitter engine;
    private final MemorySegment language;
    private final boolean[] named;
    private final List<String> kinds;
    private final List<String> fields;

    Parser(TreeSitter engine, LanguageNames names) {
        this.engine = engine;
        language = names.language();
        named = names.named();
        kinds = names.kinds();
        fields = names.fields();
    }

    /** The tree of a source in UTF-8; empty if that takes longer. */
    Optional<SourceTree> parse(byte[] source, Duration most) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parser = (MemorySegment) engine.parserNew.invokeExact();
            try {
                if (!(boolean) engine.parserSetLanguage.invokeExact(parser, language)) {
                    throw new IllegalStateException("The grammar's version is not one that tree-sitter reads");
                }
                var tree = (MemorySegment) engine.parse.invokeExact(
                        parser, MemorySegment.NULL, input(source, arena), options(most, arena));
                if (tree.equals(MemorySegment.NULL)) {
                    return Optional.empty();
                }
                try {
                    return Optional.of(new SourceTree(source, copy(tree, arena), kinds, fields));
                } finally {
                    engine.treeDelete.invokeExact(tree);
                }
            } finally {
                engine.parserDelete.invokeExact(parser);
            }
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("Native functions throw nothing", impossible);
        }
    }

    private static MemorySegment input(byte[] source, Arena arena) {
        MemorySegment text = arena.allocate(source.length + 16L, 8);
        text.set(ValueLayout.JAVA_LONG, 0, source.length);
        MemorySegment.copy(source, 0, text, ValueLayout.JAVA_BYTE, 8, source.length);
        MemorySegment input = arena.allocate(TreeSitter.INPUT);
        input.set(ValueLayout.ADDRESS, 0, text);
        input.set(ValueLayout.ADDRESS, 8, READ);
        return input;
    }

    private static MemorySegment options(Duration most, Arena arena) {
        MemorySegment end = arena.allocate(ValueLayout.JAVA_LONG);
        end.set(ValueLayout.JAVA_LONG, 0, System.nanoTime() + most.toNanos());
        MemorySegment options = arena.allocate(TreeSitter.OPTIONS);
        options.set(ValueLayout.ADDRESS, 0, end);
        options.set(ValueLayout.ADDRESS, 8, PROGRESS);
        return options;
    }

    /** Called back by tree-sitter: hands out all that is left of the source. Must not throw. */
    @SuppressWarnings("unused")
    private static MemorySegment read(MemorySegment payload, int at, MemorySegment point, MemorySegment count) {
        long length = payload.reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
        long from = Math.min(Integer.toUnsignedLong(at), length);
        count.reinterpret(4).set(ValueLayout.JAVA_INT, 0, (int) (length - from));
        return MemorySegment.ofAddress(payload.address() + 8 + from);
    }

    /** Called back by tree-sitter after each hundred steps: whether the time is over. Must not throw. */
    @SuppressWarnings("unused")
    private static boolean late(MemorySegment state) {
        MemorySegment end = state.reinterpret(8).get(ValueLayout.ADDRESS, 0).reinterpret(8);
        return System.nanoTime() - end.get(ValueLayout.JAVA_LONG, 0) > 0;
    }

    private NodeArrays copy(MemorySegment tree, Arena arena) throws Throwable {
        MemorySegment place = arena.allocate(TreeSitter.NODE);
        SegmentAllocator same = (_, _) -> place;
        var root = (MemorySegment) engine.rootNode.invokeExact(same, tree);
        var cursor = (MemorySegment) engine.cursorNew.invokeExact((SegmentAllocator) arena, root);
        try {
            return copy(cursor, same);
        } finally {
            engine.cursorDelete.invokeExact(cursor);
        }
    }

    private NodeArrays copy(MemorySegment cursor, SegmentAllocator same) throws Throwable {
        var nodes = new NodeArrays();
        int[] open = new int[64];
        int depth = 0;
        while (true) {
            var node = (MemorySegment) engine.currentNode.invokeExact(same, cursor);
            short kind = (short) engine.nodeSymbol.invokeExact(node);
            int number = kind & 0xffff;
            boolean kept = number >= named.length || named[number];
            int added = -1;
            if (kept) {
                short field = (short) engine.currentField.invokeExact(cursor);
                int start = (int) engine.nodeStart.invokeExact(node);
                added = nodes.add(kind, field, start, (int) engine.nodeEnd.invokeExact(node));
            }
            if (kept && (boolean) engine.firstChild.invokeExact(cursor)) {
                if (depth == open.length) {
                    open = Arrays.copyOf(open, depth * 2);
                }
                open[depth++] = added;
                continue;
            }
            while (!(boolean) engine.nextSibling.invokeExact(cursor)) {
                if (depth == 0) {
                    return nodes;
                }
                nodes.close(open[--depth]);
                boolean _ = (boolean) engine.parent.invokeExact(cursor);
            }
        }
    }
}
