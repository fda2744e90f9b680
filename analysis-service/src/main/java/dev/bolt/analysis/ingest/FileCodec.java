package dev.bolt.analysis.ingest;

import dev.bolt.analysis.symbol.FileModel;
import dev.bolt.analysis.symbol.Heritage;
import dev.bolt.analysis.symbol.ImportContext;
import dev.bolt.analysis.symbol.ImportedName;
import dev.bolt.analysis.symbol.Use;
import dev.bolt.analysis.syntax.Silences;
import dev.bolt.api.analysis.Finding;
import dev.bolt.api.analysis.Severity;
import dev.bolt.api.analysis.Symbol;
import dev.bolt.api.analysis.SymbolKind;
import dev.bolt.api.code.SourceSpan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Analyzed files as bytes and back: what is read equals what was written. */
final class FileCodec {
    private FileCodec() {}

    @FunctionalInterface
    private interface Part<T> {
        void write(T value) throws IOException;
    }

    @FunctionalInterface
    private interface Source<T> {
        T read() throws IOException;
    }

    static void write(AnalyzedFile file, RecordWriter out) throws IOException {
        FileModel model = file.model();
        out.text(model.path());
        out.text(model.language());
        out.text(model.namespace());
        out.number(model.lines());
        list(out, model.symbols(), symbol -> symbol(symbol, out));
        list(out, model.imports(), imported -> imported(imported, out));
        list(out, model.uses(), use -> {
            out.text(use.name());
            out.text(use.receiver());
            out.number(use.line());
            out.text(use.within());
            out.number(use.call() ? 1 : 0);
        });
        list(out, model.heritage(), heritage -> {
            out.text(heritage.type());
            out.text(heritage.base());
        });
        out.fixed(Double.doubleToLongBits(model.maintainability()));
        list(out, file.findings(), finding -> finding(finding, out));
        list(out, file.silences().lines(), silence -> {
            out.number(silence.line());
            out.text(silence.rule());
        });
        out.number(file.sizeBytes());
        out.fixed(file.changedAt().getEpochSecond());
        out.number(file.changedAt().getNano());
        out.fixed(file.hash());
        out.number(file.settled() ? 1 : 0);
    }

    static AnalyzedFile read(RecordReader in) throws IOException {
        String path = in.text();
        var model = new FileModel(
                path,
                in.text(),
                in.text(),
                in.small(),
                list(in, () -> symbol(path, in)),
                list(in, () -> imported(in)),
                list(in, () -> new Use(in.text(), in.text(), in.small(), in.text(), in.small() == 1)),
                list(in, () -> new Heritage(in.text(), in.text())),
                Double.longBitsToDouble(in.fixed()));
        List<Finding> findings = list(in, () -> finding(path, in));
        Silences silences = Silences.of(list(in, () -> new Silences.Silence(in.small(), in.text())));
        long size = in.number();
        Instant changedAt = Instant.ofEpochSecond(in.fixed(), in.number());
        return new AnalyzedFile(model, findings, silences, size, changedAt, in.fixed(), in.small() == 1);
    }

    private static void symbol(Symbol symbol, RecordWriter out) throws IOException {
        out.text(symbol.name());
        out.text(symbol.qualifiedName());
        out.number(symbol.kind().ordinal());
        out.number(symbol.span().startLine());
        out.number(symbol.span().endLine());
        out.text(symbol.signature());
        out.text(symbol.docstring());
        out.number(symbol.complexity());
    }

    private static Symbol symbol(String path, RecordReader in) throws IOException {
        return new Symbol(
                in.text(),
                in.text(),
                SymbolKind.values()[in.small()],
                new SourceSpan(path, in.small(), in.small()),
                in.textOrNull(),
                in.textOrNull(),
                in.small());
    }

    private static void imported(ImportedName imported, RecordWriter out) throws IOException {
        out.text(imported.module());
        out.number(imported.level());
        out.text(imported.name());
        out.text(imported.bound());
        out.number(imported.renamed() ? 1 : 0);
        out.number(imported.line());
        out.number(imported.nameLine());
        out.number(imported.context().ordinal());
    }

    private static ImportedName imported(RecordReader in) throws IOException {
        return new ImportedName(
                in.text(),
                in.small(),
                in.text(),
                in.text(),
                in.small() == 1,
                in.small(),
                in.small(),
                ImportContext.values()[in.small()]);
    }

    private static void finding(Finding finding, RecordWriter out) throws IOException {
        out.text(finding.ruleId());
        out.number(finding.severity().ordinal());
        out.text(finding.message());
        out.text(finding.recommendation());
        out.number(finding.span().startLine());
        out.number(finding.span().endLine());
        out.text(finding.symbol());
    }

    private static Finding finding(String path, RecordReader in) throws IOException {
        return new Finding(
                in.text(),
                Severity.values()[in.small()],
                in.text(),
                in.text(),
                new SourceSpan(path, in.small(), in.small()),
                in.text());
    }

    private static <T> void list(RecordWriter out, List<T> values, Part<T> part) throws IOException {
        out.number(values.size());
        for (T value : values) {
            part.write(value);
        }
    }

    private static <T> List<T> list(RecordReader in, Source<T> source) throws IOException {
        int size = in.small();
        var values = new ArrayList<T>(Math.min(size, 1000));
        for (int i = 0; i < size; i++) {
            values.add(source.read());
        }
        return values;
    }
}
