package dev.bolt.einstein.lexical;

import dev.bolt.einstein.chunk.Chunk;
import dev.bolt.einstein.chunk.ChunkId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;

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
    static final String FILE = "file";

    static final String CHUNK_NAME = "chunk.name";
    static final String CHUNK_PATH = "chunk.path";
    static final String CHUNK_SIGNATURE = "chunk.signature";
    static final String CHUNK_DOC = "chunk.doc";
    static final String CHUNK_BODY = "chunk.body";
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
        chunks.forEach(chunk -> documents.add(chunk(chunk)));
        documents.add(file(stamp, text, chunks));
        return documents;
    }

    private static Document chunk(Chunk chunk) {
        var document = new Document();
        document.add(new StringField(PATH, chunk.path(), Field.Store.YES));
        document.add(new StringField(ID, chunk.id().value(), Field.Store.YES));
        if (chunk.symbol() != null) {
            document.add(new StoredField(SYMBOL, chunk.symbol()));
            document.add(new Field(CHUNK_NAME, chunk.symbol(), WORDS));
        }
        document.add(new StoredField(KIND, chunk.kind().word()));
        document.add(new StoredField(START, chunk.startLine()));
        document.add(new StoredField(END, chunk.endLine()));
        document.add(new StoredField(INPUT, chunk.input()));
        document.add(new Field(CHUNK_PATH, chunk.path(), WORDS));
        document.add(new Field(CHUNK_SIGNATURE, chunk.signature(), WORDS));
        document.add(new Field(CHUNK_DOC, chunk.doc(), WORDS));
        document.add(new Field(CHUNK_BODY, chunk.text(), WORDS));
        return document;
    }

    private static Document file(FileStamp stamp, String text, List<Chunk> chunks) {
        var document = new Document();
        document.add(new StringField(PATH, stamp.path(), Field.Store.YES));
        document.add(new StringField(FILE, "1", Field.Store.NO));
        document.add(new StoredField(SIZE, stamp.sizeBytes()));
        document.add(new StoredField(MODIFIED, stamp.modifiedMicros()));
        document.add(new Field(FILE_BODY, text, WORDS));
        document.add(new Field(FILE_PATH, stamp.path(), WORDS));
        document.add(new Field(FILE_OUTLINE, outline(chunks), WORDS));
        return document;
    }

    /** Names and first lines of docstrings; headings where there are no names. */
    private static String outline(List<Chunk> chunks) {
        return chunks.stream()
                .map(chunk -> (chunk.symbol() == null ? chunk.signature() : chunk.symbol()) + " " + chunk.doc())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    static ChunkHit hit(Document document, double score) {
        return new ChunkHit(
                new ChunkId(document.get(ID)),
                document.get(PATH),
                document.get(SYMBOL),
                document.get(KIND),
                number(document, START).intValue(),
                number(document, END).intValue(),
                score);
    }

    static FileStamp stamp(Document document) {
        return new FileStamp(
                document.get(PATH),
                number(document, SIZE).longValue(),
                number(document, MODIFIED).longValue());
    }

    private static Number number(Document document, String field) {
        return document.getField(field).numericValue();
    }
}
