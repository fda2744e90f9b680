package dev.bolt.einstein.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bolt.einstein.chunk.ChunkProperties;
import dev.bolt.einstein.chunk.Chunker;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** What is kept on the heap says the same as the index, whatever was put, replaced, removed and merged. */
class SnapshotTest {
    private static final List<String> WORDS = List.of("peel", "crack", "banana", "walnut", "nut", "tree", "shell");

    private final Random random = new Random(20261130);
    private final Chunker chunker = new Chunker(new ChunkProperties(40, 10, 80));
    private final Segments segments = new Segments();

    @Test
    void scoresAsLuceneDoesAndKnowsTheFileOfEveryDocument() throws IOException {
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, new IndexWriterConfig(new IdentifierAnalyzer()))) {
            for (int round = 0; round < 12; round++) {
                change(writer);
                if (round == 8) {
                    writer.forceMerge(2);
                }
                try (var reader = DirectoryReader.open(writer)) {
                    compare(reader);
                }
            }
        }
    }

    @Test
    void forgetsASegmentThatLuceneClosed() throws IOException {
        try (var directory = new ByteBuffersDirectory();
                var writer = new IndexWriter(directory, new IndexWriterConfig(new IdentifierAnalyzer()))) {
            change(writer);
            try (var reader = DirectoryReader.open(writer)) {
                compare(reader);
                assertThat(segments.count()).isEqualTo(reader.leaves().size());
            }
        }
        assertThat(segments.count()).isZero();
    }

    private void change(IndexWriter writer) throws IOException {
        for (int file = 0; file < 20; file++) {
            String path = "f%d/%s.py".formatted(random.nextInt(60), word());
            if (random.nextInt(5) == 0) {
                writer.deleteDocuments(new Term(Fields.PATH, path));
            } else {
                List<Document> documents = Fields.of(
                        new FileStamp(path, 1, 0, 0),
                        text(),
                        chunker.chunk(path, random.nextInt(4) == 0 ? "" : text()));
                writer.updateDocuments(new Term(Fields.PATH, path), documents);
            }
        }
    }

    private String text() {
        return Stream.generate(() -> "def %s_%s():\n    return %s(%s)\n".formatted(word(), word(), word(), words()))
                .limit(1 + random.nextInt(30))
                .collect(Collectors.joining("\n"));
    }

    private String words() {
        return Stream.generate(this::word).limit(random.nextInt(60)).collect(Collectors.joining(" + "));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private void compare(DirectoryReader reader) throws IOException {
        var plain = new IndexSearcher(reader);
        var ours = new IndexSearcher(new Snapshot(reader, segments));
        for (int question = 0; question < 40; question++) {
            Query query = query();
            assertThat(scores(ours, query)).isEqualTo(scores(plain, query)).isNotNull();
        }
        var files = FileNumbers.of(reader, segments);
        BinaryDocValues paths = MultiDocValues.getBinaryValues(reader, Fields.PATH);
        for (int document = 0; document < reader.maxDoc(); document++) {
            assertThat(paths.advanceExact(document)).isTrue();
            assertThat(files.path(files.of(document)))
                    .isEqualTo(paths.binaryValue().utf8ToString());
        }
    }

    private Query query() {
        var field = List.of(Fields.CHUNK, Fields.FILE_BODY, Fields.FILE_PATH, Fields.FILE_OUTLINE)
                .get(random.nextInt(4));
        var query = new BooleanQuery.Builder();
        for (int term = 0; term <= random.nextInt(6); term++) {
            query.add(new TermQuery(new Term(field, word())), BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    private static List<String> scores(IndexSearcher searcher, Query query) throws IOException {
        return Arrays.stream(searcher.search(query, 50).scoreDocs)
                .map(one -> one.doc + " " + one.score)
                .toList();
    }
}
