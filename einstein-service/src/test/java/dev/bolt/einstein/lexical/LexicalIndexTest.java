package dev.bolt.einstein.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bolt.einstein.chunk.ChunkProperties;
import dev.bolt.einstein.chunk.Chunker;
import dev.bolt.platform.deadline.Deadline;
import dev.bolt.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class LexicalIndexTest {
    private static final LexicalProperties SETTINGS = new LexicalProperties(DataSize.ofMegabytes(4), 100);

    private final Chunker chunker = new Chunker(new ChunkProperties(40, 10, 80));

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedAndForgetsWhatWasNot() throws IOException {
        try (var index = open()) {
            put(index, "a.py", "def apple(): pass");
            index.commit(Map.of("root", "/shop"));
            put(index, "b.py", "def banana(): pass");
        }
        try (var index = open()) {
            assertThat(index.facts()).containsEntry("root", "/shop");
            assertThat(index.files()).containsOnlyKeys("a.py");
            assertThat(find(index, "banana").files()).isEmpty();
            assertThat(find(index, "apple").chunks()).hasSize(1);
        }
    }

    @Test
    void replacesAFileAsAWhole() throws IOException {
        try (var index = open()) {
            put(index, "a.py", "def apple(): pass\ndef avocado(): pass");
            put(index, "a.py", "def apricot(): pass");
            index.refresh();
            assertThat(index.chunksOf("a.py")).extracting(ChunkHit::symbol).containsExactly("apricot");
            assertThat(find(index, "avocado").chunks()).isEmpty();
            index.remove("a.py");
            index.refresh();
            assertThat(index.files()).isEmpty();
            assertThat(index.ids()).isEmpty();
        }
    }

    @Test
    void countsTheFilesThatSpeakOfADefinitionForEachThatDefinesOneSoNamed() throws IOException {
        try (var index = open()) {
            put(index, "core.py", "class QuerySet:\n    def close(self):\n        pass");
            put(index, "socket.py", "def close(): pass");
            put(index, "one.py", "x = QuerySet()\nx.close()");
            put(index, "two.py", "y = core.QuerySet()");
            index.refresh();
            var chunks = index.chunksOf("core.py");
            assertThat(chunks).extracting(ChunkHit::symbol).containsExactly("QuerySet", "QuerySet.close");
            assertThat(index.mentions(chunks)).containsExactly(3, 1);
            assertThat(index.mentions(index.chunksOf("missing.py"))).isEmpty();
        }
    }

    @Test
    void findsEveryPlaceOfAChunk() throws IOException {
        try (var index = open()) {
            put(index, "one/same.py", "def apple(): pass");
            put(index, "two/same.py", "def apple(): pass");
            index.refresh();
            var ids = index.ids();
            assertThat(ids).hasSize(1);
            assertThat(index.placesOf(ids, Filter.NONE))
                    .extracting(ChunkHit::path)
                    .containsExactlyInAnyOrder("one/same.py", "two/same.py");
            assertThat(index.inputsOf(ids)).containsValue("same apple\ndef apple(): pass");
        }
    }

    @Test
    void saysWhichPartOfTheWordsItKnows() throws IOException {
        try (var index = open()) {
            put(index, "shop/a.py", "def apple(): pass");
            index.refresh();
            assertThat(find(index, "an apple in the shop").knownTermShare()).isEqualTo(1);
            assertThat(find(index, "apple unicorn").knownTermShare()).isEqualTo(0.5);
            assertThat(find(index, "where is it?").knownTermShare()).isZero();
        }
    }

    @Test
    void answersAVeryLongQuestion() throws IOException {
        try (var index = open()) {
            put(index, "a.py", "def apple(): pass");
            index.refresh();
            var question = new StringBuilder("apple");
            for (int i = 0; i < 5000; i++) {
                question.append(" word").append(Integer.toString(i, 36)).append('x');
            }
            assertThat(find(index, question.toString()).chunks()).hasSize(1);
        }
    }

    @Test
    void stopsAtTheDeadline() throws IOException {
        try (var index = open()) {
            put(index, "a.py", "def apple(): pass");
            index.refresh();
            assertThatThrownBy(() -> index.search("apple", Filter.NONE, Deadline.after(Duration.ZERO)))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void isHeldByOneWriterOnly() throws IOException {
        try (var index = open()) {
            assertThatThrownBy(this::open).isInstanceOf(LockObtainFailedException.class);
            assertThat(index.files()).isEmpty();
        }
    }

    @Test
    void refusesABufferOutOfItsRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LexicalProperties(DataSize.ofKilobytes(10), 100));
    }

    private LexicalIndex open() throws IOException {
        return LexicalIndex.open(folder, SETTINGS);
    }

    private void put(LexicalIndex index, String path, String text) throws IOException {
        index.put(new FileStamp(path, text.length(), 0, 0), text, chunker.chunk(path, text));
    }

    private static LexicalAnswer find(LexicalIndex index, String text) throws IOException {
        return index.search(text, Filter.NONE, Deadline.NONE);
    }
}
