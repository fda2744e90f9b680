package dev.bolt.analysis.grammar;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of tree-sitter's library that are used here (tree_sitter/api.h of 0.26). Those called for each node are
 * linked as critical: they never wait and never call back.
 */
final class TreeSitter {
    /** {@code TSNode}: four numbers and two pointers, passed as a whole. */
    static final StructLayout NODE = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(4, JAVA_INT), ADDRESS.withName("id"), ADDRESS.withName("tree"));

    /** {@code TSTreeCursor}: two pointers and three numbers. */
    static final StructLayout CURSOR = MemoryLayout.structLayout(
            ADDRESS, ADDRESS, MemoryLayout.sequenceLayout(3, JAVA_INT), MemoryLayout.paddingLayout(4));

    /** {@code TSInput}: payload, reader, encoding, decoder. */
    static final StructLayout INPUT =
            MemoryLayout.structLayout(ADDRESS, ADDRESS, JAVA_INT, MemoryLayout.paddingLayout(4), ADDRESS);

    /** {@code TSParseOptions}: payload, progress callback. */
    static final StructLayout OPTIONS = MemoryLayout.structLayout(ADDRESS, ADDRESS);

    /** Reads input: payload, byte, {@code TSPoint} (two numbers), where to say how many bytes were read. */
    static final FunctionDescriptor READ =
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, MemoryLayout.structLayout(JAVA_INT, JAVA_INT), ADDRESS);

    /** Tells of progress; true ends the parsing. */
    static final FunctionDescriptor PROGRESS = FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS);

    private static final Linker LINKER = Linker.nativeLinker();

    final MethodHandle parserNew;
    final MethodHandle parserDelete;
    final MethodHandle parserSetLanguage;
    final MethodHandle parse;
    final MethodHandle treeDelete;
    final MethodHandle rootNode;
    final MethodHandle cursorNew;
    final MethodHandle cursorDelete;
    final MethodHandle firstChild;
    final MethodHandle nextSibling;
    final MethodHandle parent;
    final MethodHandle currentNode;
    final MethodHandle currentField;
    final MethodHandle nodeSymbol;
    final MethodHandle nodeStart;
    final MethodHandle nodeEnd;
    final MethodHandle symbolCount;
    final MethodHandle symbolName;
    final MethodHandle symbolType;
    final MethodHandle fieldCount;
    final MethodHandle fieldName;

    private final SymbolLookup library;

    /** @throws IOException if the library cannot be loaded or lacks a function */
    TreeSitter(Natives natives) throws IOException {
        library = natives.load("tree-sitter");
        parserNew = function("parser_new", FunctionDescriptor.of(ADDRESS));
        parserDelete = function("parser_delete", FunctionDescriptor.ofVoid(ADDRESS));
        parserSetLanguage = function("parser_set_language", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS));
        parse = function("parser_parse_with_options", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, INPUT, OPTIONS));
        treeDelete = function("tree_delete", FunctionDescriptor.ofVoid(ADDRESS));
        rootNode = function("tree_root_node", FunctionDescriptor.of(NODE, ADDRESS));
        cursorNew = function("tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
        cursorDelete = function("tree_cursor_delete", FunctionDescriptor.ofVoid(ADDRESS));
        FunctionDescriptor step = FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS);
        firstChild = quick("tree_cursor_goto_first_child", step);
        nextSibling = quick("tree_cursor_goto_next_sibling", step);
        parent = quick("tree_cursor_goto_parent", step);
        currentNode = quick("tree_cursor_current_node", FunctionDescriptor.of(NODE, ADDRESS));
        currentField = quick("tree_cursor_current_field_id", FunctionDescriptor.of(JAVA_SHORT, ADDRESS));
        nodeSymbol = quick("node_symbol", FunctionDescriptor.of(JAVA_SHORT, NODE));
        nodeStart = quick("node_start_byte", FunctionDescriptor.of(JAVA_INT, NODE));
        nodeEnd = quick("node_end_byte", FunctionDescriptor.of(JAVA_INT, NODE));
        symbolCount = function("language_symbol_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        symbolName = function("language_symbol_name", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));
        symbolType = function("language_symbol_type", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
        fieldCount = function("language_field_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        fieldName = function("language_field_name_for_id", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));
        if (ADDRESS.byteSize() != JAVA_LONG.byteSize()) {
            throw new IOException("this machine has no pointers of 64 bits");
        }
    }

    private MethodHandle function(String name, FunctionDescriptor type, Linker.Option... options) throws IOException {
        var address = library.find("ts_" + name);
        if (address.isEmpty()) {
            throw new IOException("tree-sitter has no ts_" + name);
        }
        return LINKER.downcallHandle(address.get(), type, options);
    }

    private MethodHandle quick(String name, FunctionDescriptor type) throws IOException {
        return function(name, type, Linker.Option.critical(false));
    }
}
