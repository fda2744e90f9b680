package dev.bolt.einstein.lexical;

import dev.bolt.einstein.chunk.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** How chunks and files lie in Lucene: one document each, a file's together in one block, found again by path. */
final class Fields {
    static final String PATH = "path";
    static final String ID = "id";
    static final String SYMBOL = "symbol";
    static final String KIND = "kind";
    static final String START = "start";
    static final String END = "end";
    static final String INPUT = "input";
    static final String SIZE = "size";
    static final String MODIFIED = "modified";
    /** Only file documents have it. */
    static final String CHANGED = "changed";

    static final String STANDING = "standing";
    /** Only file documents have it. */
    static final String FILE = "file";

    /** All words of a chunk, weighed: those of the name twice, of the signature and the docstring once more. */
    static final String CHUNK = "chunk";

    static final String FILE_BODY = "file.body";
    static final String FILE_PATH = "file.path";
    static final String FILE_OUTLINE = "file.outline";

    private static final FieldType WORDS = words();

    private Fields() {}

    private static FieldType words() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /** The documents of one file. */
    static List<Document> of(FileStamp stamp, String text, List<Chunk> chunks) {
        var documents = new ArrayList<Document>();
        chunks.forEach(chunk -> documents.add(chunk(chunk, stamp)));
        documents.add(file(stamp, text, chunks));
        return documents;
    }

    private static Document chunk(Chunk chunk, FileStamp stamp) {
        Document document = of(stamp);
        word(document, ID, chunk.id().value());
        word(document, KIND, chunk.kind().word());
        if (chunk.symbol() != null) {
            document.add(new BinaryDocValuesField(SYMBOL, new BytesRef(chunk.symbol())));
            document.add(new Field(CHUNK, chunk.symbol(), WORDS));
            document.add(new Field(CHUNK, chunk.symbol(), WORDS));
        }
        document.add(new NumericDocValuesField(START, chunk.startLine()));
        document.add(new NumericDocValuesField(END, chunk.endLine()));
        document.add(new StoredField(INPUT, chunk.input()));
        for (String words : List.of(chunk.path(), chunk.signature(), chunk.doc(), chunk.text())) {
            document.add(new Field(CHUNK, words, WORDS));
        }
        return document;
    }

    private static Document file(FileStamp stamp, String text, List<Chunk> chunks) {
        Document document = of(stamp);
        document.add(new StringField(FILE, "1", Field.Store.NO));
        document.add(new NumericDocValuesField(SIZE, stamp.sizeBytes()));
        document.add(new NumericDocValuesField(CHANGED, stamp.changedMicros()));
        document.add(new Field(FILE_BODY, text, WORDS));
        document.add(new Field(FILE_PATH, stamp.path(), WORDS));
        document.add(new Field(FILE_OUTLINE, outline(chunks), WORDS));
        return document;
    }

    private static Document of(FileStamp stamp) {
        var document = new Document();
        word(document, PATH, stamp.path());
        document.add(
                new NumericDocValuesField(STANDING, Standing.of(stamp.path()).ordinal()));
        document.add(new NumericDocValuesField(MODIFIED, stamp.modifiedMicros()));
        document.add(new LongPoint(MODIFIED, stamp.modifiedMicros()));
        return document;
    }

    private static void word(Document document, String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
        document.add(new BinaryDocValuesField(field, new BytesRef(value)));
    }

    /** Names and first lines of docstrings; headings where there are no names. */
    private static String outline(List<Chunk> chunks) {
        return chunks.stream()
                .map(chunk -> (chunk.symbol() == null ? chunk.signature() : chunk.symbol()) + " " + chunk.doc())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
