package dev.bolt.einstein.lexical;

import dev.bolt.einstein.chunk.Chunk;
import dev.bolt.einstein.chunk.ChunkId;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.question.AboutTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * The words of one workspace on disk. What was put is found after {@link #refresh()} and kept after {@link #commit}; a
 * crash loses what was not committed and nothing else. Safe for many readers and many writers; one process at a time.
 */
public final class LexicalIndex implements AutoCloseable {
    private final IdentifierAnalyzer analyzer = new IdentifierAnalyzer();
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Segments segments = new Segments();
    private final int depth;

    private LexicalIndex(Directory directory, LexicalProperties properties) throws IOException {
        this.directory = directory;
        var config = new IndexWriterConfig(analyzer);
        config.setRAMBufferSizeMB(properties.bufferMegabytes());
        config.setCommitOnClose(false);
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        this.depth = properties.depth();
    }

    /**
     * The index in this folder; empty if there was none.
     *
     * @throws IOException if it is held by another process, broken, or cannot be written
     */
    public static LexicalIndex open(Path folder, LexicalProperties properties) throws IOException {
        Files.createDirectories(folder);
        var directory = new MMapDirectory(folder);
        try {
            return new LexicalIndex(directory, properties);
        } catch (IOException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    /** Replaces what the index knows of this file. */
    public void put(FileStamp stamp, String text, List<Chunk> chunks) throws IOException {
        writer.updateDocuments(new Term(Fields.PATH, stamp.path()), Fields.of(stamp, text, chunks));
    }

    /** Forgets the file. */
    public void remove(String path) throws IOException {
        writer.deleteDocuments(new Term(Fields.PATH, path));
    }

    /** Forgets every file. */
    public void clear() throws IOException {
        writer.deleteAll();
    }

    /** Makes everything put so far visible to searches. */
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Keeps everything put so far, and these facts with it; then visible. */
    public void commit(Map<String, String> facts) throws IOException {
        writer.setLiveCommitData(facts.entrySet());
        writer.commit();
        refresh();
    }

    /** The facts of the newest commit. */
    public Map<String, String> facts() {
        var facts = new HashMap<String, String>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> facts.put(entry.getKey(), entry.getValue()));
        }
        return facts;
    }

    /** Every file, by path. */
    public Map<String, FileStamp> files() throws IOException {
        return read(reading -> {
            var files = new HashMap<String, FileStamp>();
            for (FileStamp stamp : reading.every(Fields.FILE, List.of("1"), (row, score) -> row.stamp())) {
                files.put(stamp.path(), stamp);
            }
            return files;
        });
    }

    /** The chunks of one file. */
    public List<ChunkHit> chunksOf(String path) throws IOException {
        return read(reading -> reading.every(Fields.PATH, List.of(path), Columns.Row::chunk));
    }

    /** The distinct chunks. */
    public Set<ChunkId> ids() throws IOException {
        return read(reading ->
                reading.values(Fields.ID).stream().map(ChunkId::new).collect(Collectors.toUnmodifiableSet()));
    }

    /** Where these chunks lie and may be answered; a chunk of many files comes as often. */
    public List<ChunkHit> placesOf(Collection<ChunkId> ids, Filter filter) throws IOException {
        return read(reading ->
                reading.every(Fields.ID, words(ids), (row, score) -> row.passes(filter) ? row.chunk(score) : null));
    }

    /** What is to be embedded for these chunks; a chunk that is gone is left out. */
    public Map<ChunkId, String> inputsOf(Collection<ChunkId> ids) throws IOException {
        return read(reading -> {
            var inputs = new HashMap<ChunkId, String>();
            reading.stored(Fields.ID, words(ids), Fields.INPUT)
                    .forEach((id, input) -> inputs.put(new ChunkId(id), input));
            return inputs;
        });
    }

    /**
     * How many files speak of what each of these chunks defines, for each that defines something of that name; 0 for a
     * chunk without a name. Some microseconds a chunk.
     */
    public List<Integer> mentions(List<ChunkHit> chunks) throws IOException {
        return read(reading -> {
            var mentions = new Mentions(reading.searcher().getIndexReader(), analyzer);
            var found = new ArrayList<Integer>();
            for (ChunkHit chunk : chunks) {
                String symbol = chunk.symbol();
                found.add(symbol == null ? 0 : mentions.of(symbol));
            }
            return found;
        });
    }

    /** In the order in which terms lie. */
    private static List<String> words(Collection<ChunkId> ids) {
        return ids.stream().map(ChunkId::value).distinct().sorted().toList();
    }

    /**
     * The chunks and files with the words of this text.
     *
     * @param filter which of them
     * @throws dev.bolt.platform.problem.ProblemException DEADLINE_EXCEEDED if the deadline passes meanwhile
     */
    public LexicalAnswer search(String text, Filter filter, Deadline deadline) throws IOException {
        return search(text, filter, deadline, true);
    }

    private LexicalAnswer search(String text, Filter filter, Deadline deadline, boolean withFiles) throws IOException {
        QueryTerms terms = QueryTerms.of(analyzer, text);
        return read(reading -> {
            var snapshot = new Snapshot((DirectoryReader) reading.searcher().getIndexReader(), segments);
            IndexSearcher searcher = new IndexSearcher(snapshot);
            searcher.setTimeout(deadline::expired);
            var ranking = new Ranking(searcher, segments, depth, filter, AboutTests.asks(text));
            List<Ranking.Standed> chunks = ranking.chunks(terms);
            deadline.check();
            List<FileHit> files = withFiles ? ranking.files(terms, chunks) : List.of();
            deadline.check();
            return new LexicalAnswer(Ranking.demoted(chunks), files, terms.knownShare(searcher.getIndexReader()));
        });
    }

    /**
     * The same without files, which is less than half the work.
     *
     * @throws dev.bolt.platform.problem.ProblemException as {@link #search}
     */
    public LexicalAnswer searchChunks(String text, Filter filter, Deadline deadline) throws IOException {
        return search(text, filter, deadline, false);
    }

    private <T> T read(Reading.Question<T> question) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return question.ask(new Reading(searcher, segments));
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            writer.rollback();
        }
    }
}
